import type { CallId, ContactFacts, ContactId, Instant, PhoneNumber, Reason } from '@atlas-engine/domain';

/** A call to be dialled now. */
export interface CallPlacement {
  /** The idempotency key at the telephone service: the same call id never makes a second contact (7 days). */
  readonly callId: CallId;
  readonly phone: PhoneNumber;
  /** What the contact flow may say and use; at most 32,768 UTF-8 bytes, keys of letters, digits, `-` and `_`. */
  readonly attributes: Readonly<Record<string, string>>;
}

/**
 * `THROTTLED` is a certain refusal that may be tried later, `REJECTED` one for good. After `UNKNOWN` the call may
 * have been placed: it is never repeated.
 */
export type PlaceOutcome =
  | { readonly kind: 'PLACED'; readonly contactId: ContactId }
  | { readonly kind: 'THROTTLED'; readonly code: string }
  | { readonly kind: 'REJECTED'; readonly reason: Reason; readonly code: string }
  | { readonly kind: 'UNKNOWN'; readonly code: string };

/** The telephone service. */
export interface Telephony {
  /** Asks once; never throws for what the service answers. */
  readonly place: (placement: CallPlacement) => Promise<PlaceOutcome>;
  /** What the service knows of a contact: the truth, where events are hints. */
  readonly describe: (contactId: ContactId) => Promise<ContactFacts | 'NOT_FOUND'>;
  readonly attributes: (contactId: ContactId) => Promise<Readonly<Record<string, string>>>;
  /**
   * The contact of a call whose placement was never confirmed, by its `callId` attribute. The service lists calls that
   * are over, and allows one search in two seconds: the answer waits its turn.
   */
  readonly search: (question: {
    readonly callId: CallId;
    readonly from: Instant;
    readonly to: Instant;
  }) => Promise<ContactId | undefined>;
  /**
   * All calls that were placed by its API in a span of time and are over, whatever their attributes; `TOO_MANY` when
   * there are more than 100. Limited as `search` is.
   */
  readonly placedBetween: (span: {
    readonly from: Instant;
    readonly to: Instant;
  }) => Promise<readonly ContactId[] | 'TOO_MANY'>;
}
