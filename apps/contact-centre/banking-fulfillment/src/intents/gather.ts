import {
  type AnswerableIntent,
  close,
  type CodeHookResponse,
  delegate,
  elicitSlot,
} from '@atlas-engine/lex-contracts';
import { sessionOf } from '@atlas-engine/lex-contracts';

/** The part of an event that says what is asked of the function. */
export interface Asked {
  readonly invocationSource: 'DialogCodeHook' | 'FulfillmentCodeHook';
  readonly sessionState: { readonly sessionAttributes: Readonly<Record<string, string>> };
}

type SlotOf<Intent extends AnswerableIntent> = keyof Intent['slots'] & string;

/** How each slot of an intent is read, and what is said of a value that cannot be used. */
export type Readings<Intent extends AnswerableIntent> = {
  readonly [Name in SlotOf<Intent>]: { readonly value: unknown; readonly problem: string };
};

/**
 * Asks again for a slot that was filled with what cannot be used; otherwise leaves the next step to Lex, or, when all is
 * to be fulfilled, says so by `undefined`.
 */
export function stillToAsk<Intent extends AnswerableIntent>(
  intent: Intent,
  event: Asked,
  readings: Readings<Intent>,
): CodeHookResponse | undefined {
  const sessionAttributes = sessionOf(event);
  const names = Object.keys(readings) as SlotOf<Intent>[];
  const unusable = names.find((name) => intent.slots[name] !== null && readings[name].value === undefined);
  if (unusable !== undefined) {
    const forgotten = { ...intent, slots: { ...intent.slots, [unusable]: null } };
    return elicitSlot({
      intent: forgotten,
      slot: unusable,
      say: readings[unusable].problem,
      sessionAttributes,
    });
  }
  if (event.invocationSource === 'DialogCodeHook') return delegate({ intent, sessionAttributes });
  const missing = names.find((name) => intent.slots[name] === null);
  return missing === undefined ? undefined : elicitSlot({ intent, slot: missing, sessionAttributes });
}

/** Ends the intent. */
export const finish = (
  intent: AnswerableIntent,
  event: Asked,
  { say, state = 'Fulfilled' }: { readonly say: string; readonly state?: 'Fulfilled' | 'Failed' },
): CodeHookResponse => close({ intent, state, say, sessionAttributes: sessionOf(event) });
