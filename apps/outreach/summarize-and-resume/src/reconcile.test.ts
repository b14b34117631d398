import { requestIdSchema, type CallRecord } from '@atlas-engine/domain';
import { aCallRecord } from '@atlas-engine/domain/testing';
import { createLogger } from '@atlas-engine/function-kit';
import { StoredItemError } from '@atlas-engine/interaction-store';
import { arrangeCall, dialledAt, minute } from './fixtures/arrange-call.ts';
import { createReconcile, type ReconcilePorts } from './reconcile.ts';

const aCall = (name: string, createdAt = '2026-11-20T15:00:00.000Z'): CallRecord =>
  aCallRecord({ requestId: requestIdSchema.parse(name), createdAt });

function arrange(
  open: readonly CallRecord[],
  reconcileCall: ReconcilePorts['reconcileCall'],
  malformed?: string,
) {
  let now = dialledAt + 20 * minute;
  const clock = { now: () => now };
  const lines: string[] = [];
  const touched: string[] = [];
  const runs: unknown[] = [];
  const run = createReconcile({
    store: {
      listOpenCalls: async ({ before, limit, onMalformed }) => {
        if (malformed !== undefined) onMalformed?.(new StoredItemError(malformed, 'status', 'is unknown'));
        return open.filter(({ createdAt }) => Date.parse(createdAt) < before).slice(0, limit);
      },
      touch: async ({ requestId }) => void touched.push(requestId),
    },
    reconcileCall: (call) => reconcileCall(call),
    clock,
    logger: createLogger({ function: 'Test', sink: (line) => lines.push(line), clock }),
    onRun: (account) => runs.push(account),
  });
  return { run, lines, touched, runs, pass: (milliseconds: number) => void (now += milliseconds) };
}

describe('a run of the reconciler', () => {
  it('accounts for what it did', async () => {
    const calls = [aCall('a'), aCall('b'), aCall('c', '2026-11-20T14:00:00.000Z')];
    const { run, runs } = arrange(calls, async ({ requestId }) =>
      requestId === 'a' ? 'UNDER_WAY' : 'ENDED',
    );
    await expect(run()).resolves.toEqual({
      ...{ looked: 3, failed: 0, left: 0 },
      results: { UNDER_WAY: 1, ENDED: 2 },
    });
    expect(runs).toEqual([{ oldestSeconds: 4800, failed: 0, malformed: 0 }]);
  });

  it('has nothing to do when nothing is open', async () => {
    const { run, runs } = arrange([], async () => 'ENDED');
    await expect(run()).resolves.toEqual({ looked: 0, failed: 0, left: 0, results: {} });
    expect(runs).toEqual([{ oldestSeconds: 0, failed: 0, malformed: 0 }]);
  });

  it('looks at the others when one cannot be read, and tells of that one', async () => {
    const { run, runs, lines } = arrange([aCall('a')], async () => 'ENDED', 'REQ#b/CALL#0001');
    await expect(run()).resolves.toMatchObject({ looked: 1, failed: 0 });
    expect(runs).toMatchObject([{ malformed: 1 }]);
    expect(lines).toEqual([expect.stringContaining('REQ#b/CALL#0001')]);
  });

  it('leaves calls that changed within ten minutes to their events', async () => {
    const life = await arrangeCall();
    life.pass(10 * minute);
    await expect(life.reconcile()).resolves.toMatchObject({ looked: 0 });
    life.pass(1);
    await expect(life.reconcile()).resolves.toMatchObject({ looked: 1, results: { QUEUED_AGAIN: 1 } });
    await expect(life.reconcile()).resolves.toMatchObject({ looked: 0 });
  });

  it('goes on when one call fails, and puts that one at the end of the line', async () => {
    const { run, touched, lines } = arrange([aCall('a'), aCall('b'), aCall('c')], async ({ requestId }) => {
      if (requestId !== 'b') return 'ENDED';
      throw Object.assign(new Error('throttled'), { name: 'ThrottlingException' });
    });
    await expect(run()).resolves.toMatchObject({ looked: 3, failed: 1, results: { ENDED: 2 } });
    expect(touched).toEqual(['b']);
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { level: 'warn', message: 'call not reconciled', requestId: 'b', sequence: 1 },
    ]);
  });

  it('begins no call that it may not have the time to finish', async () => {
    const calls = Array.from({ length: 10 }, (_, index) => aCall(`r-${String(index)}`));
    const seen: string[] = [];
    const { run, pass } = arrange(calls, async ({ requestId }) => {
      pass(30_000);
      seen.push(requestId);
      return 'FINISHED';
    });
    await expect(run()).resolves.toMatchObject({ looked: 3, left: 7 });
    expect(seen).toEqual(['r-0', 'r-1', 'r-2']);
  });

  it('looks at a hundred calls at most', async () => {
    const calls = Array.from({ length: 120 }, (_, index) => aCall(`r-${String(index)}`));
    const { run } = arrange(calls, async () => 'ENDED');
    await expect(run()).resolves.toMatchObject({ looked: 100 });
  });
});
