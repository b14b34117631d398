import { createHarness, invoke, machineOf, runMachine, runner } from '../testing/harness.ts';
import type { ExecutionRow } from './rows.ts';

describe('an execution', () => {
  it('ends at the 25,000th event, which says so', async () => {
    const loop = { Type: 'Choice', Choices: [{ Condition: true, Next: 'Loop' }], Default: 'End' };
    const { execution, history } = await runMachine(machineOf({ Loop: loop, End: { Type: 'Succeed' } }));
    expect(execution()).toMatchObject({
      status: 'FAILED',
      error: 'States.Runtime',
      cause: 'The execution reached the maximum number of history events (25000).',
      lastEventId: 25_000,
    });
    expect(history().slice(-2)).toMatchObject([
      { id: 24_999, previousEventId: 24_998, type: 'ChoiceStateExited' },
      { id: 25_000, previousEventId: 24_999, type: 'ExecutionFailed' },
    ]);
  });

  it('ends at the TimeoutSeconds of its state machine, whatever would catch it', async () => {
    const wait = { Type: 'Wait', Seconds: 25, End: true };
    const { execution, events, clock, history } = await runMachine(
      machineOf({ W: wait }, { TimeoutSeconds: 3 }),
    );
    expect(execution()).toMatchObject({ status: 'TIMED_OUT', stopDate: execution().startDate + 3000 });
    expect(execution().error).toBeUndefined();
    expect(events()).toEqual(['1<0 ExecutionStarted', '2<0 WaitStateEntered', '3<0 ExecutionTimedOut']);
    expect(history()[2]?.details?.value).toEqual({ error: 'States.Timeout' });
    expect(clock.now()).toBe(execution().stopDate);
  });

  it('can be stopped once', async () => {
    const { clock, start, engine, execution } = createHarness();
    const { executionArn } = start(machineOf({ W: { Type: 'Wait', Seconds: 25, End: true } }));
    await clock.advanceBy(1000);
    expect(await engine.stop(executionArn, { cause: 'enough' })).toMatchObject({
      status: 'ABORTED',
      cause: 'enough',
    });
    expect(await engine.stop(executionArn, {})).toBeUndefined();
    await clock.runUntilIdle();
    expect(execution().stopDate).toBe(execution().startDate + 1000);
  });

  it('tells each new status once', async () => {
    const told: [string, string][] = [];
    const onStatus = ({ name, status }: ExecutionRow): void => void told.push([name, status]);
    const { clock, start } = createHarness({}, { onStatus });
    start(machineOf({ S: { Type: 'Succeed' } }), {}, 'good');
    start(machineOf({ F: { Type: 'Fail' } }), {}, 'bad');
    await clock.runUntilIdle();
    expect(told.toSorted()).toEqual([
      ['bad', 'FAILED'],
      ['bad', 'RUNNING'],
      ['good', 'RUNNING'],
      ['good', 'SUCCEEDED'],
    ]);
  });

  it('draws the same jitter whenever it is run again', async () => {
    const retriers = [
      { ErrorEquals: ['States.ALL'], JitterStrategy: 'FULL', IntervalSeconds: 60, MaxAttempts: 5 },
    ];
    const duration = async (): Promise<number> => {
      const definition = machineOf({
        P: {
          Type: 'Parallel',
          Branches: [{ StartAt: 'F', States: { F: { Type: 'Fail', Error: 'E' } } }],
          Retry: retriers,
          End: true,
        },
      });
      const { execution } = await runMachine(definition);
      return (execution().stopDate ?? 0) - execution().startDate;
    };
    const first = await duration();
    expect(first).toBeGreaterThan(0);
    expect(await duration()).toBe(first);
  });

  it('is one of 1,500 that run at the same time', async () => {
    const harness = createHarness({ [invoke]: runner((n: number) => n * 2) });
    const definition = machineOf({
      T: { Type: 'Task', Resource: invoke, Arguments: '{% $states.input.n %}', Next: 'W' },
      W: { Type: 'Wait', Seconds: '{% $states.input % 60 %}', End: true },
    });
    const names = Array.from({ length: 1500 }, (_, n) => `run-${n}`);
    for (const [n, name] of names.entries()) harness.start(definition, { n }, name);
    await harness.clock.runUntilIdle();
    expect(names.map((name) => harness.execution(name).output)).toEqual(names.map((_, n) => String(n * 2)));
    expect(harness.engine.tables.branches.size).toBe(0);
  });
});

describe('an execution whose definition the engine no longer runs', () => {
  it('fails, and says why', async () => {
    const first = createHarness({ [invoke]: runner(() => new Promise(() => undefined)) });
    first.start(machineOf({ T: { Type: 'Task', Resource: invoke, TimeoutSeconds: 9, End: true } }));
    await first.clock.advanceBy(1000);
    first.engine.dispose();
    const { store, clock } = first;
    const definitions = store.collection<string>('states/definitions');
    for (const id of [...definitions.keys()]) definitions.set(id, '{}');
    const second = createHarness({ [invoke]: runner(() => 'late') }, { store, clock });
    await clock.advanceBy(1000);
    expect(second.execution()).toMatchObject({
      status: 'FAILED',
      error: 'States.Runtime',
      cause: expect.stringMatching(
        /^the stored definition can not be run: SCHEMA_VALIDATION_FAILED: /,
      ) as string,
    });
  });
});
