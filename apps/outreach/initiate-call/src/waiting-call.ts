import type { CallKey, CallRecord, PhoneNumber, Reason } from '@atlas-engine/domain';
import type { RequestRecord } from '@atlas-engine/interaction-store';

/** A call that waits to be dialled, with the request it is made for. */
export interface WaitingCall {
  readonly call: CallRecord;
  readonly record: RequestRecord;
  /** Why it must not be made, whatever the calling policy says. */
  readonly refusal?: Reason | undefined;
}

export const keyOf = ({ call: { requestId, sequence } }: WaitingCall): CallKey => ({ requestId, sequence });

export const phoneOf = ({ record }: WaitingCall): PhoneNumber => record.request.lead.phone;
