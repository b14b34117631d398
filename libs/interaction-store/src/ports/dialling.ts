import type { CallKey, Instant, NumberHistory, PhoneNumber, RequestId } from '@atlas-engine/domain';

/** The history of a number with the version that a claim must name. */
export interface NumberReading {
  readonly history: NumberHistory;
  readonly version: number;
}

/** `WAITING` calls are `REQUESTED` and not yet claimed; `LEDGER_MOVED` asks to read the number and decide again. */
export type ClaimAnswer = 'CLAIMED' | 'NOT_WAITING' | 'LEDGER_MOVED' | 'DO_NOT_CALL';

export interface DoNotCallEntry {
  readonly phone: PhoneNumber;
  /** Who says so, e.g. `CALL`, `SMS`, `CHAT`, `CRM`. */
  readonly source: string;
  readonly requestId?: RequestId | undefined;
  readonly at: Instant;
}

/** The list of numbers that must not be called. Nothing takes a number off it: a person does, with an audit. */
export interface DoNotCallList {
  readonly add: (entry: DoNotCallEntry) => Promise<'ADDED' | 'KNOWN'>;
  /** Strongly consistent. */
  readonly has: (phone: PhoneNumber) => Promise<boolean>;
}

/** Who may be dialled, and how fast. */
export interface Dialling {
  /** Strongly consistent. */
  readonly readNumber: (phone: PhoneNumber) => Promise<NumberReading>;
  /**
   * Records the attempt before the network is asked: call `REQUESTED` → `DIALLING`, the attempt in the number's
   * ledger at `version`, and the number not on the do-not-call list, all or nothing. Exactly one claim of a
   * placement is ever answered by `CLAIMED`, unless it is released.
   */
  readonly claimDial: (claim: {
    readonly key: CallKey;
    readonly phone: PhoneNumber;
    readonly at: Instant;
    readonly version: number;
  }) => Promise<ClaimAnswer>;
  /**
   * Undoes the claim made at `claimedAt`. Only for a certain refusal (throttle, quota): a call that may have been
   * placed must never be released.
   */
  readonly releaseDial: (claim: {
    readonly key: CallKey;
    readonly phone: PhoneNumber;
    readonly claimedAt: Instant;
    readonly at: Instant;
  }) => Promise<'RELEASED' | 'NOT_CLAIMED'>;
  /** Calls in `DIALLING` or `PLACED`, from an eventually consistent index. */
  readonly countDialledCalls: () => Promise<number>;
  /**
   * The earliest moment, `now` or later, at which the call may be dialled: a token bucket shared by all functions. A
   * call keeps the slot that it has taken, however often it asks, until it names that slot as used up: `after`.
   */
  readonly reserveDialSlot: (question: {
    readonly key: CallKey;
    readonly after?: Instant | undefined;
    readonly now: Instant;
    readonly perSecond: number;
    readonly burst: number;
  }) => Promise<{ readonly at: Instant }>;
  readonly doNotCall: DoNotCallList;
}
