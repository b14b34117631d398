import { endCall } from './end-call.ts';
import { resumeWorkflow } from './resume-workflow.ts';
import type { Lifecycle } from './testing/lifecycle-fixture.ts';
import { arrangeLifecycle, fridayMorning } from './testing/lifecycle-fixture.ts';

let life: Lifecycle;
beforeEach(async () => {
  life = arrangeLifecycle();
  await life.receive();
  await life.open();
});

const finish = async (): Promise<void> => {
  const call = await life.call();
  await endCall(life.deps)({ call, ending: { outcome: 'REFUSED', reason: 'CONSENT_EXPIRED' } });
};
const kinds = async (): Promise<string[]> =>
  (await life.store.timeline(life.requestId)).map(({ kind }) => kind);
const openCalls = () => life.store.listOpenCalls({ before: fridayMorning + 1e9, limit: 9 });

describe('resumeWorkflow', () => {
  it('has nothing to send before the call has a result', async () => {
    expect(await resumeWorkflow(life.deps)(life.key)).toBe('NOT_FINISHED');
    expect(await resumeWorkflow(life.deps)({ ...life.key, sequence: 7 })).toBe('NOT_FINISHED');
  });

  it('may be repeated', async () => {
    await finish();

    expect(await resumeWorkflow(life.deps)(life.key)).toBe('RESUMED');
    expect(life.workflow.taken).toHaveLength(1);
    expect(await kinds()).toContain('WORKFLOW_RESUMED');
  });

  it('records that the workflow waits no more', async () => {
    life.workflow.giveUp('token-1');
    await finish();

    expect(await resumeWorkflow(life.deps)(life.key)).toBe('GONE');
    expect(await life.store.getToken(life.key)).toMatchObject({ status: 'EXPIRED' });
    expect(await kinds()).toContain('TASK_TOKEN_EXPIRED');
    expect(await openCalls()).toEqual([]);
    expect(life.lines.join()).not.toContain('token-1');
  });

  it('sends the result to the token of a repeated placement', async () => {
    await finish();
    life.workflow.wait('token-2');
    life.pass(1000);

    expect(await life.open('token-2')).toMatchObject({ kind: 'FINISHED' });
    expect(await resumeWorkflow(life.deps)(life.key)).toBe('RESUMED');
    expect(life.workflow.taken.map(({ taskToken }) => taskToken)).toEqual(['token-1', 'token-2']);
    expect(life.workflow.taken[1]?.result).toEqual(life.workflow.taken[0]?.result);
  });

  it('sends the result to a token that appears while the older one is tried', async () => {
    life.workflow.giveUp('token-1');
    life.workflow.wait('token-2');
    const succeed = life.workflow.succeed;
    const workflow = {
      ...life.workflow,
      succeed: async (...sent: Parameters<typeof succeed>) => {
        life.pass(1000);
        if (sent[0] === 'token-1') await life.open('token-2');
        return succeed(...sent);
      },
    };
    life = { ...life, deps: { ...life.deps, workflow } };
    await finish();

    expect(life.workflow.taken.map(({ taskToken }) => taskToken)).toEqual(['token-2']);
    expect(await openCalls()).toEqual([]);
  });

  it('gives up, to be called again, when tokens keep appearing', async () => {
    let count = 1;
    const workflow = {
      ...life.workflow,
      succeed: async () => {
        life.pass(1000);
        await life.open(`token-${String((count += 1))}`);
        return 'GONE' as const;
      },
    };
    life = { ...life, deps: { ...life.deps, workflow } };

    await expect(finish()).rejects.toMatchObject({ name: 'TokenContentionError', retryable: true });
  });

  it('records a token whose time to live is over', async () => {
    const gone = arrangeLifecycle((storage) => ({
      ...storage,
      read: async (key) => (key.table === 'taskTokens' ? undefined : storage.read(key)),
      write: (writes) => storage.write(writes.filter(({ key }) => key.table !== 'taskTokens')),
    }));
    life = gone;
    await gone.receive();
    await gone.open();
    await finish();

    expect(await resumeWorkflow(gone.deps)(gone.key)).toBe('GONE');
    expect((await kinds()).filter((kind) => kind === 'TASK_TOKEN_MISSING')).toHaveLength(1);
    expect(await openCalls()).toEqual([]);
  });
});
