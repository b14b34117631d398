import type { CallKey } from '@atlas-engine/domain';
import type { ResumeDependencies } from './lifecycle.ts';
import type { CallbackAnswer } from './workflow-callbacks.ts';

/**
 * Tells the workflow that its call goes on, and the reconciler that it was looked after. `GONE`: the workflow waits
 * no more; that is on record, and the call is followed to its end all the same.
 */
export const keepAlive =
  ({ store, workflow, clock, logger, onOrphan }: ResumeDependencies) =>
  async (key: CallKey): Promise<CallbackAnswer> => {
    const token = await store.getToken(key);
    const answer = token?.status === 'OPEN' ? await workflow.heartbeat(token.taskToken) : 'GONE';
    if (token?.status === 'OPEN' && answer === 'GONE') {
      await store.markToken(key, { taskToken: token.taskToken, status: 'EXPIRED', at: clock.now() });
      onOrphan?.();
      logger.warn('the workflow waits no more', { ...key });
    }
    await store.touch(key, clock.now());
    return answer;
  };

/** {@link keepAlive} with its dependencies given. */
export type KeepAlive = ReturnType<typeof keepAlive>;
