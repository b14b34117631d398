import type { RequestId } from '@atlas-engine/domain';
import { createFakeExecutions } from '../fixtures/fake-executions.ts';
import { aRequest } from '../fixtures/leads.ts';
import { runOutreach, type RunOptions } from './run-outreach.ts';

const rowsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    row: index + 1,
    request: aRequest({ requestId: `lead-${index + 1}` as RequestId }),
  }));

const optionsOf = (overrides: Partial<RunOptions> = {}): RunOptions => ({
  executions: createFakeExecutions(),
  holdClock: () => Promise.resolve({ release: () => Promise.resolve() }),
  pause: () => Promise.resolve(),
  onProgress: () => undefined,
  signal: new AbortController().signal,
  ...overrides,
});

describe('runOutreach', () => {
  it('starts every row and reports how it ended', async () => {
    const results = await runOutreach(
      rowsOf(20),
      optionsOf({ executions: createFakeExecutions({ looks: 3 }) }),
    );
    expect(results).toHaveLength(20);
    expect(results[0]).toMatchObject({ status: 'completed', outcome: 'ANSWERED', attempts: 1 });
  });

  it('starts nothing again on a second run', async () => {
    const executions = createFakeExecutions();
    const first = await runOutreach(rowsOf(5), optionsOf({ executions }));
    const second = await runOutreach(rowsOf(5), optionsOf({ executions }));
    expect(second).toEqual(first);
    expect(executions.begun).toHaveLength(5);
  });

  it('reports what became of an earlier request, and which field of the row is another', async () => {
    const executions = createFakeExecutions();
    await runOutreach([{ row: 1, request: aRequest() }], optionsOf({ executions }));
    const changed = aRequest({ interest: 'heat pump' });
    const results = await runOutreach([{ row: 4, request: changed }], optionsOf({ executions }));
    expect(results).toMatchObject([{ row: 4, status: 'completed', outcome: 'ANSWERED', field: 'interest' }]);
    expect(executions.begun).toEqual([aRequest()]);
  });

  it('stops when asked to, and a second run ends what was started', async () => {
    const executions = createFakeExecutions({ looks: 2 });
    const interrupted = new AbortController();
    const pause = () => {
      interrupted.abort();
      return Promise.resolve();
    };
    const stopped = await runOutreach(
      rowsOf(3),
      optionsOf({ executions, pause, signal: interrupted.signal }),
    );
    expect(stopped).toEqual([]);
    expect(await runOutreach(rowsOf(3), optionsOf({ executions }))).toHaveLength(3);
    expect(executions.begun).toHaveLength(3);
  });

  it('starts nothing once it was stopped', async () => {
    const executions = createFakeExecutions();
    await runOutreach(rowsOf(3), optionsOf({ executions, signal: AbortSignal.abort() }));
    expect(executions.begun).toEqual([]);
  });

  it('holds the clock while rows go in, and lets go of it when one fails', async () => {
    const held: string[] = [];
    const hold = { release: () => Promise.resolve(void held.push('released')) };
    const executions = {
      ...createFakeExecutions(),
      start: () => Promise.reject(new Error('no access')),
    };
    const holdClock = () => Promise.resolve(void held.push('held')).then(() => hold);
    await expect(runOutreach(rowsOf(1), optionsOf({ executions, holdClock }))).rejects.toThrow('no access');
    expect(held).toEqual(['held', 'released']);
  });

  it('tells how far it is', async () => {
    const seen: unknown[] = [];
    await runOutreach(rowsOf(1), optionsOf({ onProgress: (progress) => void seen.push(progress) }));
    expect(seen.at(0)).toEqual({ started: 1, finished: 0, total: 1 });
    expect(seen.at(-1)).toEqual({ started: 1, finished: 1, total: 1 });
  });

  it('ends at once without rows', async () => {
    expect(await runOutreach([], optionsOf())).toEqual([]);
  });
});
