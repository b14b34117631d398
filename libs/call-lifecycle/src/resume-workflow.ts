import type { CallKey, CallResult, Instant } from '@atlas-engine/domain';
import { fromIso } from '@atlas-engine/domain';
import type { TaskTokenRecord } from '@atlas-engine/interaction-store';
import { TokenContentionError } from './errors.ts';
import type { ResumeDependencies } from './lifecycle.ts';

/**
 * `RESUMED`: the workflow has the result. `GONE`: it does not wait any more; that is on record. `NOT_FINISHED`: the
 * call has no result yet.
 */
export type ResumeAnswer = 'RESUMED' | 'GONE' | 'NOT_FINISHED';

/** How often a newer token may appear while the result is being sent. */
const rounds = 5;

async function send(
  { store, workflow, clock, logger, onOrphan }: ResumeDependencies,
  { key, result, token }: { key: CallKey; result: CallResult; token: TaskTokenRecord },
): Promise<void> {
  const { taskToken } = token;
  const answer = await workflow.succeed(taskToken, result);
  const status = answer === 'DONE' ? 'CONSUMED' : 'EXPIRED';
  const marked = await store.markToken(key, { taskToken, status, at: clock.now() });
  if (answer !== 'GONE') return;
  onOrphan?.();
  logger.warn('the workflow waits no more', { ...key, marked });
}

/** One attempt to hand the result over; undefined when a newer token appeared meanwhile. */
async function handOver(
  deps: ResumeDependencies,
  { key, result, finishedAt }: { key: CallKey; result: CallResult; finishedAt: Instant },
): Promise<ResumeAnswer | undefined> {
  const { store, clock } = deps;
  const token = await store.getToken(key);
  if (token === undefined) await store.appendEvent({ ...key, at: finishedAt, kind: 'TASK_TOKEN_MISSING' });
  if (token?.status === 'OPEN') await send(deps, { key, result, token });
  if ((await store.settleCall(key, clock.now())) !== 'SETTLED') return undefined;
  const { status } = (await store.getToken(key)) ?? { status: 'EXPIRED' };
  return status === 'CONSUMED' ? 'RESUMED' : 'GONE';
}

/**
 * Sends a finished call's result to the workflow that waits for it, and takes the call from the open ones. May be
 * repeated at any time: after a crash between sending and recording, the second callback is answered by `GONE`, and
 * the token counts as expired although its workflow went on.
 */
export const resumeWorkflow =
  (deps: ResumeDependencies) =>
  async (key: CallKey): Promise<ResumeAnswer> => {
    const call = await deps.store.getCall(key);
    if (call?.result === undefined) return 'NOT_FINISHED';
    const { result, finishedAt = call.createdAt } = call;
    for (let round = 0; round < rounds; round += 1) {
      const answer = await handOver(deps, { key, result, finishedAt: fromIso(finishedAt) });
      if (answer !== undefined) return answer;
    }
    throw new TokenContentionError(key, rounds);
  };

/** {@link resumeWorkflow} with its dependencies given. */
export type ResumeWorkflow = ReturnType<typeof resumeWorkflow>;
