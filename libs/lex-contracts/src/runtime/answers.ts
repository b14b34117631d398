import { type CodeHookResponse, codeHookResponseSchema } from './code-hook-response.ts';
import { LexResponseError } from './lex-response-error.ts';
import { type Card, plainText, responseCard } from './message.ts';
import { type Slot, type WrittenSlot, writeSlot } from './slot.ts';
import type { ConfirmationState, IntentState } from './vocabulary.ts';

/** What every answer may carry. */
export interface AnswerOptions {
  /** Plain text, one message each. */
  readonly say?: string | readonly string[];
  /** Shown below what is said, where there is a screen. */
  readonly card?: Card;
  /** Takes the place of all that the session had. */
  readonly sessionAttributes?: Readonly<Record<string, string>>;
}

/** Any intent of any bot. */
export interface AnswerableIntent {
  readonly name: string;
  readonly slots: Readonly<Record<string, Slot | null>>;
  readonly state: IntentState;
  readonly confirmationState: ConfirmationState;
}

/** An answer about an intent. */
export interface IntentAnswer<Intent extends AnswerableIntent> extends AnswerOptions {
  readonly intent: Intent;
}

/** What is never shown without a word. */
type Spoken<Options extends AnswerOptions> = Options & Required<Pick<AnswerOptions, 'say'>>;

/**
 * Asks for one slot of the intent; without `say`, with the bot's own prompt.
 *
 * All answers here: @throws LexResponseError when Lex would not take them.
 * @example elicitSlot({ intent, slot: 'PhoneNumber', say: 'Which number is it?', sessionAttributes });
 */
export const elicitSlot = <Intent extends AnswerableIntent>(
  options: IntentAnswer<Intent> & { readonly slot: NoInfer<keyof Intent['slots'] & string> },
): CodeHookResponse =>
  answer(options, {
    dialogAction: { type: 'ElicitSlot', slotToElicit: options.slot },
    intent: written(options.intent, 'InProgress'),
  });

/** Asks whether what was understood is right. The bot's definition must have a confirmation prompt for the intent. */
export const confirmIntent = <Intent extends AnswerableIntent>(
  options: Spoken<IntentAnswer<Intent>>,
): CodeHookResponse =>
  answer(options, {
    dialogAction: { type: 'ConfirmIntent' },
    intent: written(options.intent, 'InProgress'),
  });

/** Ends the intent. */
export const close = <Intent extends AnswerableIntent>(
  options: Spoken<IntentAnswer<Intent>> & { readonly state: 'Fulfilled' | 'Failed' },
): CodeHookResponse =>
  answer(options, {
    dialogAction: { type: 'Close' },
    intent: written(options.intent, options.state),
  });

/** Leaves the next step to Lex: the next slot, or fulfilment. */
export const delegate = <Intent extends AnswerableIntent>(
  options: Omit<IntentAnswer<Intent>, 'say'>,
): CodeHookResponse =>
  answer(options, {
    dialogAction: { type: 'Delegate' },
    intent: written(options.intent, options.intent.state),
  });

/** Asks what the person wants. */
export const elicitIntent = (options: Spoken<AnswerOptions>): CodeHookResponse =>
  answer(options, { dialogAction: { type: 'ElicitIntent' } });

type SessionState = Omit<CodeHookResponse['sessionState'], 'sessionAttributes'>;

function answer(options: AnswerOptions, sessionState: SessionState): CodeHookResponse {
  const { say = [], card, sessionAttributes = {} } = options;
  const words = (typeof say === 'string' ? [say] : say).map(plainText);
  const messages = card === undefined ? words : [...words, responseCard(card)];
  const parsed = codeHookResponseSchema.safeParse({
    sessionState: { ...sessionState, sessionAttributes },
    ...(messages.length === 0 ? {} : { messages }),
  });
  if (parsed.success) return parsed.data;
  throw new LexResponseError(
    parsed.error.issues.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`),
  );
}

function written(intent: AnswerableIntent, state: IntentState) {
  const slots: Record<string, WrittenSlot | null> = {};
  for (const [name, slot] of Object.entries(intent.slots)) {
    slots[name] = slot === null ? null : writeSlot(slot);
  }
  return { name: intent.name, slots, state, confirmationState: intent.confirmationState };
}
