import type { TimelineEntry, RequestRecord } from '../records.ts';
import type { StoredCall } from './stored-call.ts';

const entry = (
  at: string | undefined,
  kind: string,
  rest: Omit<TimelineEntry, 'at' | 'kind'> = {},
): readonly TimelineEntry[] => (at === undefined ? [] : [{ at, kind, ...rest }]);

/** The milestones that a request's own item holds. */
export const requestEntries = (record: RequestRecord): readonly TimelineEntry[] => [
  ...entry(record.receivedAt, 'REQUEST_RECEIVED', { details: { channel: record.request.channel } }),
  ...entry(record.leadRecordedAt, 'LEAD_RECORDED', {
    details: { created: record.leadCreated ?? false, duplicate: record.leadDuplicate ?? false },
  }),
  ...entry(record.status === 'PARKED' ? record.parkedAt : undefined, 'REQUEST_PARKED', {
    details: { reason: record.parkedReason ?? 'WORKFLOW_ERROR' },
  }),
  ...entry(record.completedAt, 'REQUEST_COMPLETED'),
];

/** The milestones that a call's own item holds; its end is an event of its own. */
export function callEntries(call: StoredCall): readonly TimelineEntry[] {
  const { sequence } = call;
  const contact = call.contactId === undefined ? {} : { details: { contactId: call.contactId } };
  const reason =
    call.disconnectReason === undefined ? {} : { details: { disconnectReason: call.disconnectReason } };
  return [
    ...entry(call.createdAt, 'CALL_REQUESTED', { sequence }),
    ...entry(call.dialledAt, 'CALL_DIALLED', { sequence }),
    ...entry(call.placedAt, 'CALL_PLACED', { sequence, ...contact }),
    ...entry(call.answeredAt, 'CALL_ANSWERED', { sequence }),
    ...entry(call.endedAt, 'CALL_ENDED', { sequence, ...reason }),
  ];
}
