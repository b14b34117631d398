import type { OutcomeKind } from '../call.ts';
import type { CallId, PhoneNumber, RequestId } from '../identifiers.ts';
import type { Consent } from '../outreach-request.ts';
import type { Reason } from '../reasons.ts';

/** A moment, in epoch milliseconds. */
export type Instant = number;

/** What is asked: may this person be called now? */
export interface DialQuestion {
  readonly requestId: RequestId;
  readonly phone: PhoneNumber;
  readonly timeZone?: string | undefined;
  readonly consent?: Consent | undefined;
  readonly notBefore?: Instant | undefined;
  /** The time the recipient named on an earlier call: the pause after that call ends with it. */
  readonly agreedAt?: Instant | undefined;
}

/** One call that reached, or may have reached, the network. */
export interface PastAttempt {
  readonly callId: CallId;
  readonly requestId: RequestId;
  readonly at: Instant;
  /** Absent while the call is under way. */
  readonly outcome?: OutcomeKind | undefined;
}

/** What is known of a number. `undefined` in place of a history means that it could not be read: the answer is no. */
export interface NumberHistory {
  readonly attempts: readonly PastAttempt[];
  readonly doNotCall: boolean;
}

export type DialDecision =
  | { readonly kind: 'DIAL'; readonly zones: readonly string[] }
  | { readonly kind: 'WAIT'; readonly until: Instant; readonly reason: Reason }
  | { readonly kind: 'REFUSE'; readonly reason: Reason };
