import { type AnswerableIntent, close, elicitIntent } from './answers.ts';
import type { CodeHookResponse } from './code-hook-response.ts';
import { othersAttributes } from './session-attributes.ts';

/** The part of an event that says what the session remembers. */
interface Remembering {
  readonly sessionState: { readonly sessionAttributes: Readonly<Record<string, string>> };
}

const own = ['missedTurns', 'handOff', 'route'] as const;

/** After so many turns in a row that were not understood a person takes over. */
const patience = 2;

/** What the bots of the contact centre keep of a session: what others wrote, few and short. */
export const sessionOf = ({ sessionState }: Remembering): Record<string, string> =>
  othersAttributes(sessionState.sessionAttributes, own);

/** Hands the conversation to a person: whoever runs it (contact flow, chat widget) reads the session's `handOff`. */
export const handOver = (intent: AnswerableIntent, event: Remembering, say: string): CodeHookResponse =>
  close({
    intent,
    state: 'Fulfilled',
    say,
    sessionAttributes: { ...sessionOf(event), handOff: 'agent' },
  });

/** Asks for other words; when that was in vain, a person takes over. The client's own count is not trusted. */
export function askForOtherWords(
  intent: AnswerableIntent,
  event: Remembering,
  texts: { readonly again: string; readonly handOver: string },
): CodeHookResponse {
  const counted = Number(event.sessionState.sessionAttributes['missedTurns']);
  const missedTurns = counted >= 1 && counted < patience ? patience : 1;
  if (missedTurns >= patience) return handOver(intent, event, texts.handOver);
  return elicitIntent({
    say: texts.again,
    sessionAttributes: { ...sessionOf(event), missedTurns: String(missedTurns) },
  });
}
