import { actions } from '../builder/actions.ts';

interface AfterMessage<T extends string> {
  readonly next: T;
  readonly failed: T;
}

/** Says a text, in which `$.Attributes.name` stands for a contact attribute. */
export const say = <const T extends string>(text: string, { next, failed }: AfterMessage<T>) =>
  actions.messageParticipant({ Text: text }, { next, errors: { NoMatchingError: failed } });

/** Says a text with markup: `<speak>…</speak>`. */
export const sayMarkup = <const T extends string>(ssml: string, { next, failed }: AfterMessage<T>) =>
  actions.messageParticipant({ SSML: ssml }, { next, errors: { NoMatchingError: failed } });

/** Repeats texts to a waiting customer, and goes on every so many seconds, 20 or more. */
export const sayWhileWaiting = <const T extends string>(
  { texts, everySeconds }: { readonly texts: readonly string[]; readonly everySeconds: number },
  { interrupted, failed }: { readonly interrupted: T; readonly failed: T },
) =>
  actions.messageParticipantIteratively(
    {
      Messages: texts.map((text) => ({ Text: text })),
      InterruptFrequencySeconds: String(everySeconds),
    },
    {
      conditions: [{ operator: 'Equals', operand: 'MessagesInterrupted', next: interrupted }],
      errors: { NoMatchingError: failed },
    },
  );
