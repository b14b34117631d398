import {
  close,
  type CodeHookResponse,
  delegate,
  elicitIntent,
  elicitSlot,
  type BotIntent,
  type IntentName,
  type SlotName,
  type SlotValues,
} from '@atlas-engine/lex-contracts';
import { sessionAfter } from './session.ts';
import { type SlotProblem, withSlots } from '../slots/read-slots.ts';
import type { Turn } from './turn.ts';

/** Asks for a slot by the bot's own prompt. */
export const ask = <Name extends IntentName>(
  turn: Turn<Name>,
  intent: BotIntent<Name>,
  slot: NoInfer<SlotName<Name>>,
): CodeHookResponse => elicitSlot({ intent, slot, sessionAttributes: sessionAfter(turn.session) });

/** Says what is wrong and asks for a slot again. */
export function askAgain<Name extends IntentName>(
  turn: Turn<Name>,
  intent: BotIntent<Name>,
  { slot, problem, forget = [slot] }: SlotProblem<NoInfer<Name>>,
): CodeHookResponse {
  const forgotten = Object.fromEntries(forget.map((name) => [name, null]));
  return elicitSlot({
    intent: withSlots(intent, forgotten as unknown as Partial<SlotValues<Name>>),
    slot,
    say: problem,
    sessionAttributes: sessionAfter(turn.session),
  });
}

/** Leaves the next question to Lex. */
export const goOn = <Name extends IntentName>(turn: Turn<Name>, intent: BotIntent<Name>): CodeHookResponse =>
  delegate({ intent, sessionAttributes: sessionAfter(turn.session) });

/** Ends the intent: what was asked is done. */
export const done = <Name extends IntentName>(
  turn: Turn<Name>,
  say: string | readonly string[],
): CodeHookResponse =>
  close({ intent: turn.intent, state: 'Fulfilled', say, sessionAttributes: sessionAfter(turn.session) });

/** Ends the intent: what was asked is not done. */
export const notDone = <Name extends IntentName>(turn: Turn<Name>, say: string): CodeHookResponse =>
  close({ intent: turn.intent, state: 'Failed', say, sessionAttributes: sessionAfter(turn.session) });

/** Ends nothing and waits for what the customer wants. */
export const askIntent = (
  say: string | readonly string[],
  sessionAttributes: Record<string, string>,
): CodeHookResponse => elicitIntent({ say, sessionAttributes });
