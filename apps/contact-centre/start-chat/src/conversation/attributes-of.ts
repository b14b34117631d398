import type { HandOff } from '@atlas-engine/interaction-store';
import type { StartChatRequest } from '@atlas-engine/web-contracts';
import { conversationOf } from './handed-on.ts';

/** Of the 32 KB that all attributes of a contact share, flows and functions keep a quarter. */
const mostBytes = 24_000;

/**
 * What the chat's flow and the agent's page read: that a person was asked for already, the language, the request that
 * the customer made in the same conversation, and that conversation.
 */
export function attributesOf(
  transcript: StartChatRequest['transcript'],
  { locale, requestId }: HandOff,
): Readonly<Record<string, string>> {
  const conversation = conversationOf(transcript, mostBytes);
  return {
    handOff: 'agent',
    locale,
    ...(requestId === undefined ? {} : { requestId }),
    ...(conversation === '' ? {} : { conversation }),
  };
}
