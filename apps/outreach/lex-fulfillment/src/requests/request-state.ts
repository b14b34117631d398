import { type CallRecord, fromIso, type Instant, type OutreachRequest } from '@atlas-engine/domain';
import type { RequestRecord } from '@atlas-engine/interaction-store';
import { momentOfIso } from '../timing/plan-call.ts';
import type { LexFulfillmentPorts } from '../ports.ts';
import type { LocalMoment, Texts } from '../texts/texts.ts';

/** What became of a request, as far as its person is told. `STOPPED`: its execution is gone before its end. */
export type RequestState =
  | { readonly kind: 'PREPARING' }
  | { readonly kind: 'PLANNED' | 'AGAIN'; readonly moment: LocalMoment }
  | { readonly kind: 'WITH_COLLEAGUE' | 'COMPLETED' | 'STOPPED' };

/** Whether a request takes no more calls. */
export const hasEnded = ({ kind }: RequestState): boolean => kind === 'COMPLETED' || kind === 'STOPPED';

/** Looks at a request, its calls and its execution: an execution that was stopped leaves the request as it was. */
export function createStateOf({ store, workflow }: Pick<LexFulfillmentPorts, 'store' | 'workflow'>) {
  return async ({ request, status }: RequestRecord, now: Instant): Promise<RequestState> => {
    if (status === 'COMPLETED') return { kind: 'COMPLETED' };
    if (status === 'PARKED') return { kind: 'WITH_COLLEAGUE' };
    if (!(await workflow.isRunning(request.requestId))) return { kind: 'STOPPED' };
    return stateOfCalls(request, await store.listCalls(request.requestId), now);
  };
}

function stateOfCalls(
  { lead, preferredTime }: OutreachRequest,
  calls: readonly CallRecord[],
  now: Instant,
): RequestState {
  const next = calls.at(-1)?.result?.next;
  if (next?.action === 'RETRY') return { kind: 'AGAIN', moment: momentOfIso(next.at, lead.phone) };
  const isPlanned = preferredTime !== undefined && fromIso(preferredTime) > now;
  return isPlanned
    ? { kind: 'PLANNED', moment: momentOfIso(preferredTime, lead.phone) }
    : { kind: 'PREPARING' };
}
export type StateOf = ReturnType<typeof createStateOf>;

/** A state in words. */
export function describeState(state: RequestState, { status }: Texts): string {
  switch (state.kind) {
    case 'PREPARING':
      return status.preparing;
    case 'PLANNED':
      return status.planned(state.moment);
    case 'AGAIN':
      return status.again(state.moment);
    case 'WITH_COLLEAGUE':
      return status.withColleague;
    case 'COMPLETED':
      return status.completed;
    case 'STOPPED':
      return status.stopped;
  }
}
