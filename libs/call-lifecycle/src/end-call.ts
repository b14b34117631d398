import type { CallRecord, CallResult, CallStatus } from '@atlas-engine/domain';
import type { EndedCall } from './call-result.ts';
import { asksForSilence, resultOf } from './call-result.ts';
import { RequestMissingError } from './errors.ts';
import type { LifecycleDependencies } from './lifecycle.ts';
import { resumeWorkflow } from './resume-workflow.ts';

/** An end that somebody learnt of. */
export interface CallEnd {
  readonly call: CallRecord;
  readonly ending: EndedCall;
  /** The call must still be in one of these to end so; any by default. */
  readonly from?: readonly CallStatus[] | undefined;
}

async function conclude(
  { store, policy, clock, onEnd }: LifecycleDependencies,
  { call, ending, from }: CallEnd,
): Promise<CallResult | undefined> {
  const { requestId, sequence } = call;
  const record = await store.getRequest(requestId);
  if (record === undefined) throw new RequestMissingError(requestId);
  const { request } = record;
  const { phone } = request.lead;
  const [{ history }, calls] = await Promise.all([store.readNumber(phone), store.listCalls(requestId)]);
  const earlier = calls
    .filter((other) => other.sequence !== sequence)
    .flatMap((other) => (other.result === undefined ? [] : [other.result]));
  const now = clock.now();
  const result = resultOf({ call, ending, request, earlier, history, now, policy });
  const stored = await store.finishCall({
    key: { requestId, sequence },
    phone,
    result,
    at: now,
    doNotCall: asksForSilence(ending),
    from,
  });
  if (stored !== undefined) onEnd?.(stored);
  return stored;
}

/**
 * The one way in which a call ends: decides what the workflow does next, stores the result (the first one stays) and
 * resumes the workflow. Whoever learns of an end may call it, as often as they like; the answer is the stored result,
 * or undefined when the call has left the statuses that `from` names.
 *
 * @throws RequestMissingError, and what store and workflow throw; then it must be called again, by the reconciler at the latest.
 * @example await endCall(deps)({ call, ending: { outcome: 'NO_ANSWER' } });
 */
export const endCall =
  (deps: LifecycleDependencies) =>
  async (ended: CallEnd): Promise<CallResult | undefined> => {
    const result = ended.call.result ?? (await conclude(deps, ended));
    if (result === undefined) return undefined;
    const { requestId, sequence } = ended.call;
    await resumeWorkflow(deps)({ requestId, sequence });
    return result;
  };

/** {@link endCall} with its dependencies given. */
export type EndCall = ReturnType<typeof endCall>;
