import { eventWrite } from '../items/event-item.ts';
import { readToken, tokenClosed } from '../items/task-token-item.ts';
import type { TaskTokens } from '../ports/task-tokens.ts';
import type { TaskTokenRecord } from '../records.ts';
import type { StoreContext } from './commit.ts';

const eventKinds = { CONSUMED: 'WORKFLOW_RESUMED', EXPIRED: 'TASK_TOKEN_EXPIRED' } as const;

/** That a result was taken is certain; that a token is gone may only mean that another function was faster. */
const closes = ({ status }: TaskTokenRecord, mark: 'CONSUMED' | 'EXPIRED'): boolean =>
  status === 'OPEN' || (status === 'EXPIRED' && mark === 'CONSUMED');

/** Task tokens. */
export const storedTaskTokens = ({ storage, commit }: StoreContext): TaskTokens => ({
  getToken: (key) => readToken(storage, key),

  markToken: ({ requestId, sequence }, mark) =>
    commit('markToken', async () => {
      const key = { requestId, sequence };
      const token = await readToken(storage, key);
      if (token?.taskToken !== mark.taskToken || !closes(token, mark.status)) return { answer: 'NOT_OPEN' };
      const event = eventWrite({ ...key, at: mark.at, kind: eventKinds[mark.status] });
      return { answer: 'MARKED', writes: [tokenClosed(key, token, mark), event] };
    }),
});
