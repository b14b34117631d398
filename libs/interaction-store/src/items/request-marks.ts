import type { Instant, Reason } from '@atlas-engine/domain';
import { fromIso, toIso } from '@atlas-engine/domain';
import type { RequestRecord, RequestStatus } from '../records.ts';
import type { ItemWrite } from '../storage/item-storage.ts';
import { eventWrite } from './event-item.ts';
import { requestKey } from './keys.ts';

export interface RequestMark {
  readonly status: RequestStatus;
  readonly at: Instant;
  readonly reason?: Reason | undefined;
  /** With `COMPLETED`: how the workflow ended. */
  readonly closing?: RequestRecord['closing'];
  /** The wrap-ups that the mark rests on. */
  readonly wrapUpVersion?: number | undefined;
}

/** Whether agents have said more than the mark rests on. */
export const restsOnOldWrapUps = (record: RequestRecord, { wrapUpVersion }: RequestMark): boolean =>
  wrapUpVersion !== undefined && wrapUpVersion !== (record.wrapUpVersion ?? 0);

/** Whether a request goes from one status to another: never back to the start, never out of `COMPLETED`. */
const moves = (from: RequestStatus, to: RequestStatus): boolean =>
  from !== to && from !== 'COMPLETED' && to !== 'RECEIVED';

/** A parked request that goes on keeps the fact that it was parked, in its timeline. */
const parkedEvent = ({ request, parkedAt, parkedReason, parkedStep }: RequestRecord): readonly ItemWrite[] =>
  parkedAt === undefined
    ? []
    : [
        eventWrite({
          requestId: request.requestId,
          at: fromIso(parkedAt),
          kind: 'REQUEST_PARKED',
          details: { reason: parkedReason, step: parkedStep },
        }),
      ];

/** The writes of a mark, on the condition that the status is still what was read; none when nothing changes. */
export function markedRequest(
  record: RequestRecord,
  { status, at, reason, closing, wrapUpVersion }: RequestMark,
): readonly ItemWrite[] {
  if (!moves(record.status, status)) return [];
  const iso = toIso(at);
  const unchanged = wrapUpVersion === undefined ? {} : { wrapUpVersion: record.wrapUpVersion };
  const base = { key: requestKey(record.request.requestId), expect: { status: record.status, ...unchanged } };
  if (status === 'PARKED') {
    return [{ ...base, set: { status, updatedAt: iso, parkedAt: iso, parkedReason: reason } }];
  }
  const completedAt = status === 'COMPLETED' ? iso : undefined;
  return [
    {
      ...base,
      set: { status, updatedAt: iso, completedAt, closing },
      remove: ['parkedAt', 'parkedReason', 'parkedStep'],
    },
    ...parkedEvent(record),
  ];
}
