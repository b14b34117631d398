import { TaskFailure } from '../runner.ts';
import type { TaskContext } from '../runner.ts';
import {
  createHarness,
  invoke,
  invokeAndWait,
  machineOf,
  runMachine,
  runner,
} from '../../testing/harness.ts';

const task = (fields: Record<string, unknown>, resource = invoke): string =>
  machineOf({
    T: { Type: 'Task', Resource: resource, ...fields, Next: 'End' },
    End: { Type: 'Pass', End: true },
    Caught: { Type: 'Pass', End: true },
  }).replace(fields['Catch'] ? '' : ',"Caught":{"Type":"Pass","End":true}', '');

const failing = (error: string, cause?: string) =>
  runner(() => {
    throw new TaskFailure({ error, ...(cause === undefined ? {} : { cause }) });
  });

describe('Task', () => {
  it('hands Arguments to the runner of its resource and gives the result', async () => {
    const calls: [unknown, TaskContext][] = [];
    const echo = runner((args: unknown, context: TaskContext) => {
      calls.push([args, context]);
      return { got: args };
    });
    const definition = task({ Arguments: { n: '{% $states.input.n + 1 %}' } });
    const { execution } = await runMachine(definition, { input: { n: 1 }, runners: { [invoke]: echo } });
    expect(execution().output).toBe('{"got":{"n":2}}');
    expect(calls).toEqual([
      [
        { n: 2 },
        {
          executionArn: 'arn:aws:states:us-east-1:000000000000:execution:machine:run',
          stateName: 'T',
          attempt: 1,
          roleArn: 'arn:aws:iam::000000000000:role/workflow',
        },
      ],
    ]);
  });

  it('gives the state input when it has no Arguments, and reads the result in Output and Assign', async () => {
    const definition = machineOf({
      T: {
        Type: 'Task',
        Resource: invoke,
        Assign: { id: '{% $states.result.id %}' },
        Output: '{% $states.result.name %}',
        Next: 'End',
      },
      End: { Type: 'Pass', Output: ['{% $states.input %}', '{% $id %}'], End: true },
    });
    const { execution } = await runMachine(definition, {
      input: { id: 1, name: 'n' },
      runners: { [invoke]: runner((args: unknown) => args) },
    });
    expect(execution().output).toBe('["n",1]');
  });

  it('writes the history that the service writes', async () => {
    const definition = task({ Arguments: { a: 1 }, TimeoutSeconds: 9, HeartbeatSeconds: '{% 4 %}' });
    const { events, history } = await runMachine(definition, {
      runners: { [invoke]: runner(() => ({ b: 2 })) },
    });
    expect(events().slice(1, 6)).toEqual([
      '2<0 TaskStateEntered',
      '3<2 TaskScheduled',
      '4<3 TaskStarted',
      '5<4 TaskSucceeded',
      '6<5 TaskStateExited',
    ]);
    expect(history()[2]?.details).toEqual({
      member: 'taskScheduledEventDetails',
      value: {
        resourceType: 'lambda',
        resource: 'invoke',
        region: 'us-east-1',
        parameters: '{"a":1}',
        timeoutInSeconds: 9,
        heartbeatInSeconds: 4,
      },
    });
    expect(history()[4]?.details?.value).toEqual({
      resourceType: 'lambda',
      resource: 'invoke',
      output: '{"b":2}',
      outputDetails: { truncated: false },
    });
  });

  it('times out, and does not hear a result that comes later', async () => {
    const late = Promise.withResolvers<string>();
    const slow = runner(() => late.promise);
    const { clock, start, execution, events } = createHarness({ [invoke]: slow });
    start(task({ TimeoutSeconds: 5 }));
    await clock.advanceBy(4999);
    expect(execution().status).toBe('RUNNING');
    await clock.advanceBy(1);
    expect(execution()).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
    expect(execution().cause).toBeUndefined();
    late.resolve('late');
    await clock.advanceBy(1000);
    expect(events().slice(-2)).toEqual(['5<4 TaskTimedOut', '6<5 ExecutionFailed']);
  });

  it('fails by a result of more than 256 KB, which States.ALL does not catch', async () => {
    const big = { [invoke]: runner(() => 'é'.repeat(131_072)) };
    const catchAll = [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }];
    const { execution, events } = await runMachine(task({ Catch: catchAll }), { runners: big });
    expect(execution()).toMatchObject({
      error: 'States.DataLimitExceeded',
      cause:
        "The state/task 'lambda' returned a result with a size exceeding the maximum number of bytes service limit.",
    });
    expect(events()).toContain('5<4 TaskFailed');
    const named = [{ ErrorEquals: ['States.DataLimitExceeded'], Next: 'Caught' }];
    expect((await runMachine(task({ Catch: named }), { runners: big })).execution().status).toBe('SUCCEEDED');
  });

  it('fails the execution when its runner breaks, whatever would catch it', async () => {
    const broken = runner(() => {
      throw new TypeError('x is not a function');
    });
    const catchAll = [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }];
    const { execution } = await runMachine(task({ Catch: catchAll }), { runners: { [invoke]: broken } });
    expect(execution()).toMatchObject({
      error: 'States.Runtime',
      cause: `The runner of ${invoke} broke instead of failing the task: TypeError: x is not a function`,
    });
  });
});

describe('Catch', () => {
  const runners = { [invoke]: failing('Oops', 'it broke') };

  it('gives the error to the next state when it has no Output', async () => {
    const catchers = [
      { ErrorEquals: ['Other'], Next: 'End' },
      { ErrorEquals: ['Oops'], Next: 'Caught' },
    ];
    const { execution, events } = await runMachine(task({ Catch: catchers }), { runners });
    expect(execution().output).toBe('{"Error":"Oops","Cause":"it broke"}');
    expect(events().slice(4)).toEqual([
      '5<4 TaskFailed',
      '6<5 TaskStateExited',
      '7<6 PassStateEntered',
      '8<7 PassStateExited',
      '9<8 ExecutionSucceeded',
    ]);
  });

  it('evaluates Output and Assign with the error', async () => {
    const catcher = {
      ErrorEquals: ['States.ALL'],
      Output: { was: '{% $states.input.a %}', now: '{% $states.errorOutput.Error %}' },
      Assign: { why: '{% $states.errorOutput.Cause %}' },
      Next: 'Caught',
    };
    const { execution, history } = await runMachine(task({ Catch: [catcher] }), { input: { a: 1 }, runners });
    expect(execution().output).toBe('{"was":1,"now":"Oops"}');
    expect(history()[5]?.details?.value).toMatchObject({ assignedVariables: { why: '"it broke"' } });
  });

  it('holds a failed expression of the state', async () => {
    const catchers = [{ ErrorEquals: ['States.QueryEvaluationError'], Next: 'Caught' }];
    const { execution, events } = await runMachine(task({ Arguments: '{% $nothing %}', Catch: catchers }), {
      runners,
    });
    expect(execution().status).toBe('SUCCEEDED');
    expect(events().slice(1, 4)).toEqual([
      '2<0 TaskStateEntered',
      '3<0 EvaluationFailed',
      '4<3 TaskStateExited',
    ]);
  });

  it('does not hold a failed expression of its own', async () => {
    const catchers = [{ ErrorEquals: ['States.ALL'], Output: '{% $nothing %}', Next: 'Caught' }];
    const { execution } = await runMachine(task({ Catch: catchers }), { runners });
    expect(execution()).toMatchObject({
      error: 'States.QueryEvaluationError',
      cause: expect.stringContaining("specified for the field 'Catch[0]/Output' returned nothing") as string,
    });
  });

  it('is left out by an error that it does not name', async () => {
    const catchers = [{ ErrorEquals: ['Other'], Next: 'Caught' }];
    const { execution, events } = await runMachine(task({ Catch: catchers }), { runners });
    expect(execution()).toMatchObject({ status: 'FAILED', error: 'Oops', cause: 'it broke' });
    expect(events().slice(4)).toEqual(['5<4 TaskFailed', '6<5 ExecutionFailed']);
  });
});

describe('Retry', () => {
  const attemptsAt = async (fields: Record<string, unknown>, errors: string[]) => {
    const at: [number, number][] = [];
    const harness = createHarness({
      [invoke]: runner((_args: unknown, { attempt }: TaskContext) => {
        at.push([(harness.clock.now() - harness.execution().startDate) / 1000, attempt]);
        const error = errors[at.length - 1];
        if (error !== undefined) throw new TaskFailure({ error });
        return 'done';
      }),
    });
    harness.start(task(fields));
    await harness.clock.runUntilIdle();
    return { at, execution: harness.execution(), events: harness.events() };
  };

  it('tries again at the intervals of its retrier, until it succeeds', async () => {
    const retriers = [{ ErrorEquals: ['E'], IntervalSeconds: 2, BackoffRate: 3, MaxAttempts: 5 }];
    const { at, execution, events } = await attemptsAt({ Retry: retriers }, ['E', 'E', 'E']);
    expect(at).toEqual([
      [0, 1],
      [2, 2],
      [8, 3],
      [26, 4],
    ]);
    expect(execution.output).toBe('"done"');
    expect(events.slice(4, 8)).toEqual([
      '5<4 TaskFailed',
      '6<5 TaskScheduled',
      '7<6 TaskStarted',
      '8<7 TaskFailed',
    ]);
  });

  it('counts for each retrier alone', async () => {
    const retriers = [
      { ErrorEquals: ['A'], MaxAttempts: 1 },
      { ErrorEquals: ['B'], MaxAttempts: 2, BackoffRate: 1 },
    ];
    const { at, execution } = await attemptsAt({ Retry: retriers }, ['A', 'B', 'B', 'A', 'A']);
    expect(at.map(([seconds]) => seconds)).toEqual([0, 1, 2, 3]);
    expect(execution.error).toBe('A');
  });

  it('comes before Catch, and evaluates Arguments anew each time', async () => {
    const seen: unknown[] = [];
    const oops = runner((args: unknown) => {
      seen.push(args);
      throw new TaskFailure({ error: 'E' });
    });
    const fields = {
      Arguments: '{% $states.context.State.RetryCount %}',
      Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 2 }],
      Catch: [{ ErrorEquals: ['E'], Next: 'Caught' }],
    };
    const { execution } = await runMachine(task(fields), { runners: { [invoke]: oops } });
    expect(seen).toEqual([0, 1, 2]);
    expect(execution().output).toBe('{"Error":"E","Cause":null}');
  });

  it('starts to count again when the state is entered again', async () => {
    let calls = 0;
    const definition = machineOf({
      T: {
        Type: 'Task',
        Resource: invoke,
        Retry: [{ ErrorEquals: ['E'], MaxAttempts: 1 }],
        Next: 'Again',
      },
      Again: {
        Type: 'Choice',
        Choices: [{ Condition: '{% $states.input < 4 %}', Next: 'T' }],
        Default: 'End',
      },
      End: { Type: 'Succeed' },
    });
    const everySecond = runner(() => {
      calls += 1;
      if (calls % 2 === 1) throw new TaskFailure({ error: 'E' });
      return calls;
    });
    const { execution } = await runMachine(definition, { runners: { [invoke]: everySecond } });
    expect(execution().output).toBe('4');
  });
});

describe('a task that waits for its token', () => {
  const waiting = (fields: Record<string, unknown> = {}): string =>
    task({ Arguments: { token: '{% $states.context.Task.Token %}' }, ...fields }, invokeAndWait);

  const createWaiting = () => {
    const tokens: string[] = [];
    const harness = createHarness({
      [invokeAndWait]: runner((args: { token: string }, { taskToken }: TaskContext) => {
        expect(args.token).toBe(taskToken);
        tokens.push(args.token);
        return { StatusCode: 200 };
      }),
    });
    const answer = (output: unknown, index = 0) =>
      harness.engine.answerToken(tokens[index]!, { ok: true, output: JSON.stringify(output) });
    return { ...harness, tokens, answer };
  };

  it('goes on with what comes with the token', async () => {
    const { clock, start, execution, answer, events, history } = createWaiting();
    start(waiting());
    await clock.advanceBy(60_000);
    expect(execution().status).toBe('RUNNING');
    expect(await answer({ outcome: 'ANSWERED' })).toBe('taken');
    await clock.idle();
    expect(execution().output).toBe('{"outcome":"ANSWERED"}');
    expect(events().slice(2, 7)).toEqual([
      '3<2 TaskScheduled',
      '4<3 TaskStarted',
      '5<4 TaskSubmitted',
      '6<5 TaskSucceeded',
      '7<6 TaskStateExited',
    ]);
    expect(history()[4]?.details?.value).toMatchObject({
      resource: 'invoke.waitForTaskToken',
      output: '{"StatusCode":200}',
    });
  });

  it('takes a token once', async () => {
    const { clock, start, answer, engine, tokens } = createWaiting();
    start(waiting());
    await clock.idle();
    expect(await Promise.all([answer(1), answer(2)])).toEqual(['taken', 'closed']);
    expect(await engine.heartbeat(tokens[0]!)).toBe('closed');
  });

  it('tells a token it never gave from one that can be none', async () => {
    const { clock, start, engine, tokens } = createWaiting();
    const other = createWaiting();
    start(waiting());
    await clock.idle();
    expect(await other.engine.heartbeat(tokens[0]!)).toBe('unknown');
    expect(await engine.heartbeat(`${tokens[0]}x`)).toBe('malformed');
    expect(await engine.heartbeat('token')).toBe('malformed');
  });

  it('gives each try a token of its own, and the earlier one is closed', async () => {
    const { clock, start, answer, execution, tokens } = createWaiting();
    start(waiting({ TimeoutSeconds: 10, Retry: [{ ErrorEquals: ['States.Timeout'], IntervalSeconds: 5 }] }));
    await clock.advanceBy(15_000);
    expect(new Set(tokens).size).toBe(2);
    expect(await answer('late', 0)).toBe('closed');
    expect(await answer('in time', 1)).toBe('taken');
    await clock.idle();
    expect(execution().output).toBe('"in time"');
  });

  it('lives on heartbeats and ends without one', async () => {
    const { clock, start, engine, tokens, execution, history } = createWaiting();
    const catchers = [{ ErrorEquals: ['States.HeartbeatTimeout'], Next: 'Caught' }];
    start(waiting({ HeartbeatSeconds: 10, TimeoutSeconds: 3600, Catch: catchers }));
    for (let beat = 0; beat < 5; beat += 1) {
      await clock.advanceBy(9000);
      expect(await engine.heartbeat(tokens[0]!)).toBe('taken');
    }
    await clock.advanceBy(9999);
    expect(execution().status).toBe('RUNNING');
    await clock.advanceBy(1);
    expect(execution().output).toBe('{"Error":"States.Timeout","Cause":""}');
    expect(history()[5]).toMatchObject({
      type: 'TaskTimedOut',
      details: { value: { error: 'States.Timeout' } },
    });
    expect(await engine.heartbeat(tokens[0]!)).toBe('closed');
  });

  it('ends at TimeoutSeconds however many heartbeats there were', async () => {
    const { clock, start, engine, tokens, execution, answer } = createWaiting();
    start(waiting({ HeartbeatSeconds: 10, TimeoutSeconds: 25 }));
    await clock.advanceBy(9000);
    await engine.heartbeat(tokens[0]!);
    await clock.advanceBy(9000);
    await engine.heartbeat(tokens[0]!);
    await clock.advanceBy(6999);
    expect(execution().status).toBe('RUNNING');
    await clock.advanceBy(1);
    expect(execution().error).toBe('States.Timeout');
    expect(await answer('late')).toBe('closed');
  });

  it('fails by the error that comes with the token', async () => {
    const { clock, start, engine, tokens, execution, events } = createWaiting();
    start(waiting());
    await clock.idle();
    await engine.answerToken(tokens[0]!, { ok: false, failure: { error: 'Busy', cause: 'engaged' } });
    await clock.idle();
    expect(execution()).toMatchObject({ status: 'FAILED', error: 'Busy', cause: 'engaged' });
    expect(events().slice(-2)).toEqual(['6<5 TaskFailed', '7<6 ExecutionFailed']);
  });

  it('takes an answer that is there before the resource has answered', async () => {
    const harness = createHarness({
      [invokeAndWait]: runner(async (args: { token: string }) => {
        expect(await harness.engine.answerToken(args.token, { ok: true, output: '"at once"' })).toBe('taken');
        return 'submitted too late';
      }),
    });
    harness.start(waiting());
    await harness.clock.idle();
    expect(harness.execution().output).toBe('"at once"');
    expect(harness.events()).toContain('5<4 TaskSucceeded');
  });

  it('fails when the token cannot be handed out', async () => {
    const { execution, events } = await runMachine(waiting(), {
      runners: { [invokeAndWait]: failing('Lambda.Unknown') },
    });
    expect(execution().error).toBe('Lambda.Unknown');
    expect(events().slice(-2)).toEqual(['5<4 TaskFailed', '6<5 ExecutionFailed']);
  });

  it('has its token closed when the execution is stopped', async () => {
    const { clock, start, engine, answer, execution, events } = createWaiting();
    start(waiting());
    await clock.idle();
    await engine.stop(execution().executionArn, { error: 'Stopped' });
    expect(await answer(1)).toBe('closed');
    expect(execution()).toMatchObject({ status: 'ABORTED', error: 'Stopped' });
    expect(events().at(-1)).toBe('6<0 ExecutionAborted');
    expect(engine.tables.branches.size).toBe(0);
  });
});
