import type { Instant, PhoneNumber } from '@atlas-engine/domain';

/** A text message that a customer sent, by the id that the carrier's side gave it. */
export interface InboundTextKey {
  readonly id: string;
  readonly at: Instant;
}

/** Text messages: each is answered once, and nobody gets one who asked for none. */
export interface Texts {
  /**
   * Takes a message to answer it. `ANSWERED`: that was done before. `BUSY`: another invocation took it less than a
   * minute ago; one that never came to its end is given out again after that.
   */
  readonly takeText: (
    text: InboundTextKey & { readonly expiresAt: Instant },
  ) => Promise<'TAKEN' | 'BUSY' | 'ANSWERED'>;
  readonly markTextAnswered: (text: InboundTextKey) => Promise<void>;
  /** No more texts to this number, until it asks for them again. Says nothing of calls. */
  readonly stopTexts: (phone: PhoneNumber, at: Instant) => Promise<void>;
  readonly startTexts: (phone: PhoneNumber, at: Instant) => Promise<void>;
  /** Strongly consistent. */
  readonly areTextsStopped: (phone: PhoneNumber) => Promise<boolean>;
}
