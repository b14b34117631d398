import type { CodeHookResponse } from '@atlas-engine/lex-contracts';
import { askIntent } from '../conversation/say.ts';
import { sessionAfter } from '../conversation/session.ts';
import type { Turn } from '../conversation/turn.ts';

/** After so many turns that were not understood the bot says what it can do. */
const missesBeforeHelp = 2;

/** Says what the bot can do. */
export const help = (turn: Turn<'Help'>): CodeHookResponse =>
  askIntent(turn.texts.help, sessionAfter(turn.session));

/** Asks for other words, and after some turns in vain says what the bot can do. */
export function notUnderstood({ session, texts }: Turn<'FallbackIntent'>): CodeHookResponse {
  const missedTurns = session.missedTurns + 1;
  const say = missedTurns < missesBeforeHelp ? texts.notUnderstood : [texts.notUnderstoodAgain, texts.help];
  return askIntent(say, sessionAfter(session, { missedTurns }));
}
