import type {
  CreateLeadOutput,
  Instant,
  OutreachRequest,
  PhoneNumber,
  RequestId,
  Scenario,
} from '@atlas-engine/domain';
import type { Reason } from '@atlas-engine/domain';
import type { RequestRecord, RequestStatus } from '../records.ts';

/** What is known of the wishes that persons be called. */
export interface Requests {
  /** Keeps the request. The same id again changes nothing, whatever its content: the first stays. */
  readonly receiveRequest: (request: OutreachRequest, at: Instant) => Promise<'RECEIVED' | 'KNOWN'>;
  readonly getRequest: (id: RequestId) => Promise<RequestRecord | undefined>;
  /** The first lead stays. @throws RecordNotFoundError when the request was never received. */
  readonly recordLead: (id: RequestId, lead: CreateLeadOutput, at: Instant) => Promise<void>;
  /**
   * Moves the request on. `COMPLETED` is final and nothing goes back to `RECEIVED`: such a mark changes nothing
   * and is answered by `KEPT`. `reason` is kept with `PARKED` only, `closing` with `COMPLETED` only. `MOVED`: agents
   * have said more than `wrapUpVersion`, and nothing changes.
   * @throws RecordNotFoundError when the request was never received.
   */
  readonly markRequest: (
    id: RequestId,
    mark: {
      readonly status: RequestStatus;
      readonly at: Instant;
      readonly reason?: Reason;
      readonly closing?: RequestRecord['closing'];
      readonly wrapUpVersion?: number;
    },
  ) => Promise<'MARKED' | 'KEPT' | 'MOVED'>;
  /** Requests for a number, newest first, at most 50. The index is eventually consistent. */
  readonly listRequestsByPhone: (phone: PhoneNumber) => Promise<readonly RequestRecord[]>;
  /** The first scenario of a request wins; the answer is the one that is kept. */
  readonly saveScenario: (id: RequestId, scenario: Scenario) => Promise<Scenario>;
  readonly getScenario: (id: RequestId) => Promise<Scenario | undefined>;
}
