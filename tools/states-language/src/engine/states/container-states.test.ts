import { TaskFailure } from '../runner.ts';
import {
  createHarness,
  invoke,
  invokeAndWait,
  machineOf,
  runMachine,
  runner,
} from '../../testing/harness.ts';

const branch = (name: string, fields: Record<string, unknown>) => ({
  StartAt: name,
  States: { [name]: { End: true, ...fields } },
});
const failBranch = (name: string, error: string) => ({
  StartAt: name,
  States: { [name]: { Type: 'Fail', Error: error, Cause: 'c' } },
});

describe('Parallel', () => {
  it('gives the results of its branches in their order, whatever order they end in', async () => {
    const definition = machineOf({
      P: {
        Type: 'Parallel',
        Arguments: { n: '{% $states.input.n %}' },
        Branches: [
          branch('Slow', { Type: 'Wait', Seconds: 5, Output: 'slow' }),
          branch('Fast', { Type: 'Pass', Output: '{% $states.input.n %}' }),
        ],
        Assign: { both: '{% $count($states.result) %}' },
        Next: 'End',
      },
      End: { Type: 'Pass', Output: ['{% $states.input %}', '{% $both %}'], End: true },
    });
    const { execution, events } = await runMachine(definition, { input: { n: 1, m: 2 } });
    expect(execution().output).toBe('[["slow",1],2]');
    expect(events().slice(1, 10)).toEqual([
      '2<0 ParallelStateEntered',
      '3<2 ParallelStateStarted',
      '4<3 WaitStateEntered',
      '5<3 PassStateEntered',
      '6<5 PassStateExited',
      '7<4 WaitStateExited',
      '8<7 ParallelStateSucceeded',
      '9<7 ParallelStateExited',
      '10<9 PassStateEntered',
    ]);
  });

  it('reads outer variables in its branches and keeps theirs inside', async () => {
    const definition = machineOf({
      A: { Type: 'Pass', Assign: { outer: 1 }, Next: 'P' },
      P: {
        Type: 'Parallel',
        Branches: [
          {
            StartAt: 'B',
            States: {
              B: { Type: 'Pass', Assign: { inner: '{% $outer + 1 %}' }, Next: 'C' },
              C: { Type: 'Pass', Output: '{% $inner + $outer %}', End: true },
            },
          },
        ],
        Next: 'Z',
      },
      Z: { Type: 'Pass', Output: ['{% $states.input %}', '{% $exists($inner) %}'], End: true },
    });
    expect((await runMachine(definition)).execution().output).toBe('[[3],false]');
  });

  it('takes the other branches down when one fails, and fails by its error', async () => {
    const definition = machineOf({
      P: {
        Type: 'Parallel',
        Branches: [
          branch('Waiting', { Type: 'Wait', Seconds: 60 }),
          branch('Working', {
            Type: 'Task',
            Resource: invokeAndWait,
            Arguments: '{% $states.context.Task.Token %}',
          }),
          branch('Failing', { Type: 'Task', Resource: invoke }),
        ],
        End: true,
      },
    });
    let token = '';
    const harness = createHarness({
      [invokeAndWait]: runner((given: string) => (token = given)),
      [invoke]: runner(async () => {
        await harness.clock.sleep(1000);
        throw new TaskFailure({ error: 'Oops' });
      }),
    });
    harness.start(definition);
    await harness.clock.runUntilIdle();
    expect(harness.execution()).toMatchObject({ status: 'FAILED', error: 'Oops' });
    const failed = harness.events().findIndex((event) => event.endsWith(' TaskFailed'));
    const id = failed + 1;
    expect(harness.events().slice(id)).toEqual([
      `${id + 1}<${id} TaskStateAborted`,
      `${id + 2}<${id} WaitStateAborted`,
      `${id + 3}<${id} TaskStateAborted`,
      `${id + 4}<${id} ParallelStateFailed`,
      `${id + 5}<${id + 4} ExecutionFailed`,
    ]);
    expect(await harness.engine.answerToken(token, { ok: true, output: '1' })).toBe('closed');
  });

  it.each(['Oops', 'States.BranchFailed', 'States.ALL'])('is caught as %s', async (name) => {
    const definition = machineOf({
      P: {
        Type: 'Parallel',
        Branches: [failBranch('F', 'Oops')],
        Catch: [{ ErrorEquals: [name], Next: 'End' }],
        Next: 'End',
      },
      End: { Type: 'Succeed' },
    });
    const { execution, events } = await runMachine(definition);
    expect(execution().output).toBe('{"Error":"Oops","Cause":"c"}');
    expect(events().slice(3, 6)).toEqual([
      '4<3 FailStateEntered',
      '5<4 ParallelStateFailed',
      '6<5 ParallelStateExited',
    ]);
  });

  it('starts all its branches again when it is retried', async () => {
    const retriers = [{ ErrorEquals: ['Oops'], MaxAttempts: 1, IntervalSeconds: 7 }];
    const branches = [failBranch('F', 'Oops'), branch('G', { Type: 'Pass' })];
    const definition = machineOf({ P: { Type: 'Parallel', Branches: branches, Retry: retriers, End: true } });
    const { execution, events, clock } = await runMachine(definition);
    expect(clock.now() - execution().startDate).toBe(7000);
    expect(events().filter((event) => /Parallel|Fail/.test(event))).toEqual([
      '2<0 ParallelStateEntered',
      '3<2 ParallelStateStarted',
      '4<3 FailStateEntered',
      '5<4 ParallelStateStarted',
      '6<5 FailStateEntered',
      '7<6 ParallelStateFailed',
      '8<7 ExecutionFailed',
    ]);
  });
});

describe('Map', () => {
  const each = (
    fields: Record<string, unknown>,
    inside: Record<string, unknown> = { Type: 'Pass' },
  ): string => machineOf({ M: { Type: 'Map', ItemProcessor: branch('I', inside), ...fields, End: true } });

  it('runs one iteration for each item', async () => {
    const definition = each(
      {
        Items: '{% $states.input.list %}',
        ItemSelector: {
          value: '{% $states.context.Map.Item.Value %}',
          at: '{% $states.context.Map.Item.Index %}',
          of: '{% $states.input.name %}',
        },
        Output: '{% $join($states.result) %}',
      },
      { Type: 'Pass', Output: "{% $states.input.of & $states.input.at & '=' & $states.input.value & ' ' %}" },
    );
    const { execution } = await runMachine(definition, { input: { name: 'i', list: ['a', 'b'] } });
    expect(execution().output).toBe('"i0=a i1=b "');
  });

  it('takes the input when it has no Items, and only a list', async () => {
    expect((await runMachine(each({}), { input: [1, 2] })).execution().output).toBe('[1,2]');
    const { execution, events } = await runMachine(each({}), { input: { a: '{% 1 %}' } });
    expect(execution().cause).toBe(
      `An error occurred while executing the state 'M' (entered at the event id #2). Map state input must be an array but was: {"a":"{% 1 %}"}`,
    );
    expect(events().slice(1)).toEqual([
      '2<0 MapStateEntered',
      '3<0 EvaluationFailed',
      '4<3 MapStateFailed',
      '5<4 ExecutionFailed',
    ]);
  });

  it('of nothing gives nothing', async () => {
    const { execution, events } = await runMachine(each({ Items: [] }));
    expect(execution().output).toBe('[]');
    expect(events().slice(1)).toEqual([
      '2<0 MapStateEntered',
      '3<2 MapStateStarted',
      '4<3 MapStateSucceeded',
      '5<3 MapStateExited',
      '6<5 ExecutionSucceeded',
    ]);
  });

  it('runs one after another with MaxConcurrency 1, numbered as the service does', async () => {
    const { events } = await runMachine(each({ Items: [1, 2], MaxConcurrency: 1 }));
    expect(events().slice(2, 12)).toEqual([
      '3<2 MapStateStarted',
      '4<3 MapIterationStarted',
      '5<4 PassStateEntered',
      '6<5 PassStateExited',
      '7<6 MapIterationSucceeded',
      '8<6 MapIterationStarted',
      '9<8 PassStateEntered',
      '10<9 PassStateExited',
      '11<10 MapIterationSucceeded',
      '12<11 MapStateSucceeded',
    ]);
  });

  it.each([
    [3, 3],
    ['{% 2 %}', 2],
    [0, 40],
    [100, 40],
  ])('with MaxConcurrency %p runs at most %d at a time', async (wanted, most) => {
    const items = Array.from({ length: 45 }, (_, index) => index);
    const definition = each({ Items: items, MaxConcurrency: wanted }, { Type: 'Wait', Seconds: 1 });
    const { execution, history } = await runMachine(definition);
    const entered = history().filter(({ type }) => type === 'WaitStateEntered');
    const together = Map.groupBy(entered, ({ timestamp }) => timestamp);
    expect(Math.max(...[...together.values()].map((events) => events.length))).toBe(most);
    expect(entered).toHaveLength(45);
    expect(execution().status).toBe('SUCCEEDED');
  });

  it('takes the other iterations down when one fails', async () => {
    const waits = {
      Type: 'Wait',
      Seconds: '{% $states.input %}',
      Output: '{% $states.input = 2 ? $nothing : 1 %}',
    };
    const { execution, events, clock } = await runMachine(each({ Items: [5, 2, 9] }, waits));
    expect(execution().error).toBe('States.QueryEvaluationError');
    expect(clock.now() - execution().startDate).toBe(2000);
    expect(events().slice(9)).toEqual([
      '10<8 EvaluationFailed',
      '11<10 MapIterationFailed',
      '12<10 WaitStateAborted',
      '13<10 MapIterationAborted',
      '14<10 WaitStateAborted',
      '15<10 MapIterationAborted',
      '16<10 WaitStateAborted',
      '17<10 MapStateFailed',
      '18<17 ExecutionFailed',
    ]);
  });

  it('catches in an iteration, and works inside itself', async () => {
    const inner = {
      Type: 'Map',
      Items: '{% $states.input %}',
      ItemProcessor: {
        StartAt: 'Check',
        States: {
          Check: {
            Type: 'Task',
            Resource: invoke,
            Catch: [{ ErrorEquals: ['Odd'], Output: 'odd', Next: 'Done' }],
            Next: 'Done',
          },
          Done: { Type: 'Succeed' },
        },
      },
    };
    const odd = runner((n: number) => {
      if (n % 2 === 1) throw new TaskFailure({ error: 'Odd' });
      return n;
    });
    const { execution } = await runMachine(
      each(
        {
          Items: [
            [1, 2],
            [3, 4],
          ],
        },
        inner,
      ),
      { runners: { [invoke]: odd } },
    );
    expect(execution().output).toBe('[["odd",2],["odd",4]]');
  });
});
