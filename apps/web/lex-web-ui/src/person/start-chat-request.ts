import {
  longestHandedOn,
  longestHandedOnEntry,
  readApiError,
  startChatPath,
  type StartChatRequest,
  startChatResponseSchema,
} from '@atlas-engine/web-contracts';
import type { Entry } from '../conversation/entry.ts';
import type { PersonChat } from '../conversation/state.ts';
import type { Network } from '../lex/post.ts';
import { cut, plainTextOf } from '../messages/content.ts';

/** No chat was started: `code` is of the API or its gateway. */
export class ChatNotStarted extends Error {
  readonly code: string;

  constructor(code: string, options?: ErrorOptions) {
    super(code, options);
    this.name = 'ChatNotStarted';
    this.code = code;
  }
}

/** The newest of what customer and bot said, for the person who takes over. */
export function handedOn(entries: readonly Entry[]): StartChatRequest['transcript'] {
  return entries
    .flatMap((entry): StartChatRequest['transcript'] => {
      if (entry.from === 'customer' && entry.delivery !== 'failed')
        return [{ speaker: 'CUSTOMER', text: entry.text }];
      return entry.from === 'bot' ? [{ speaker: 'BOT', text: plainTextOf(entry.content) }] : [];
    })
    .filter(({ text }) => text !== '')
    .map(({ speaker, text }) => ({ speaker, text: cut(text, longestHandedOnEntry) }))
    .slice(-longestHandedOn);
}

/** Spends a ticket of the bot for a chat with people. @throws ChatNotStarted */
export async function requestChat(
  { fetch }: Network,
  api: string,
  wanted: StartChatRequest,
): Promise<PersonChat> {
  const answer = await fetch(`${api}${startChatPath}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(wanted),
  }).catch((cause: unknown) => {
    throw new ChatNotStarted('UNAVAILABLE', { cause });
  });
  const body: unknown = await answer.json().catch(() => undefined);
  if (!answer.ok) throw new ChatNotStarted(readApiError(answer.status, body).code);
  const read = startChatResponseSchema.safeParse(body);
  if (!read.success) throw new ChatNotStarted('UNREADABLE');
  return read.data;
}
