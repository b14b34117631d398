import type {
  CallId,
  CallKey,
  CallRecord,
  CallResult,
  CallStatus,
  ContactId,
  Instant,
  Locale,
  RequestId,
  TranscriptionAttempt,
} from '@atlas-engine/domain';
import type { PhoneNumber } from '@atlas-engine/domain';
import type { StoredItemError } from '../errors.ts';

/** A placement that the workflow asks for, with the token by which it waits. */
export interface CallOpening {
  /** `callId` must be `callIdOf(requestId, sequence)`. */
  readonly call: CallKey & { readonly callId: CallId; readonly locale: Locale };
  readonly taskToken: string;
  readonly executionArn: string;
  /** When the function was invoked: of two tokens for one placement the later one counts. */
  readonly at: Instant;
  /** After this moment the token's record may be deleted. */
  readonly expiresAt: Instant;
}

/** `REOPENED`: the placement was known, only its token is new. `FINISHED`: its result waits to be sent to the new token. */
export type OpenedCall =
  | { readonly kind: 'OPENED' }
  | { readonly kind: 'REOPENED'; readonly call: CallRecord }
  | { readonly kind: 'FINISHED'; readonly result: CallResult };

/** What became known of the contact. Facts come in any order, repeatedly or never; the first value of each stays. */
export interface ContactNews {
  readonly key: CallKey;
  readonly answeredAt?: Instant | undefined;
  readonly endedAt?: Instant | undefined;
  readonly disconnectReason?: string | undefined;
  readonly at: Instant;
}

export interface ObjectNews {
  readonly key: CallKey;
  readonly object: { readonly bucket: string; readonly key: string };
  readonly at: Instant;
}

/** A call that ends, to be written once. */
export interface FinishedCall {
  readonly key: CallKey;
  readonly phone: PhoneNumber;
  readonly result: CallResult;
  readonly at: Instant;
  /** Puts the number on the do-not-call list in the same transaction. */
  readonly doNotCall?: boolean | undefined;
  /** The call must still be in one of these to end so; any by default. */
  readonly from?: readonly CallStatus[] | undefined;
}

/** The life of calls. Methods that name a call which was never opened throw RecordNotFoundError. */
export interface Calls {
  /** Call record and task token in one transaction. */
  readonly openCall: (opening: CallOpening) => Promise<OpenedCall>;
  /** Strongly consistent. */
  readonly getCall: (key: CallKey) => Promise<CallRecord | undefined>;
  /** By an eventually consistent index: a contact of a moment ago may not be found yet. */
  readonly findCallByContact: (contactId: ContactId) => Promise<CallRecord | undefined>;
  /** All placements of a request by sequence. */
  readonly listCalls: (requestId: RequestId) => Promise<readonly CallRecord[]>;
  /**
   * Calls that are not settled and did not change since `before`, longest unchanged first. Eventually consistent. A
   * call that cannot be read is left out and told to `onMalformed`.
   */
  readonly listOpenCalls: (question: {
    readonly before: Instant;
    readonly limit: number;
    readonly onMalformed?: (error: StoredItemError) => void;
  }) => Promise<readonly CallRecord[]>;
  /** `DIALLING` → `PLACED`; also adopts a contact found later. The first contact stays. */
  readonly recordPlaced: (news: {
    readonly key: CallKey;
    readonly contactId: ContactId;
    readonly at: Instant;
  }) => Promise<'PLACED' | 'NOT_DIALLED' | 'OTHER_CONTACT'>;
  /** Answers with the call as it is now. */
  readonly recordContact: (news: ContactNews) => Promise<CallRecord>;
  /** The first recording stays; the answer is the call as it is now. */
  readonly recordRecording: (news: ObjectNews) => Promise<CallRecord>;
  /** A Transcribe job was started; `attempt` never goes back. */
  readonly recordTranscription: (news: {
    readonly key: CallKey;
    readonly attempt: TranscriptionAttempt;
    readonly at: Instant;
  }) => Promise<CallRecord>;
  readonly recordTranscript: (news: ObjectNews) => Promise<CallRecord>;
  /** Counts as a change for `listOpenCalls`. */
  readonly touch: (key: CallKey, at: Instant) => Promise<void>;
  /**
   * Result, outcome of the attempt in the number's ledger, do-not-call entry and audit event in one transaction.
   * The first result wins and is the answer; undefined when the call has left the statuses that `from` names. An
   * outcome that never reached the network (`REFUSED`, `POSTPONED`) takes its attempt out of the ledger, and
   * `dialledAt` from the call.
   */
  readonly finishCall: (ending: FinishedCall) => Promise<CallResult | undefined>;
  /** The workflow has its result: the call leaves the open ones. `TOKEN_OPEN`: a newer token still waits. */
  readonly settleCall: (key: CallKey, at: Instant) => Promise<'SETTLED' | 'TOKEN_OPEN' | 'NOT_FINISHED'>;
}
