import {
  DescribeStateMachineForExecutionCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  ListMapRunsCommand,
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { invoke, machineOf } from '../testing/harness.ts';
import type { WireHarness } from '../testing/wire.ts';
import { createWireHarness, roleArn, waitingDefinition } from '../testing/wire.ts';

let wire: WireHarness;
beforeEach(async () => {
  wire = await createWireHarness();
});
afterEach(() => wire.close());

const taskDefinition = machineOf({ T: { Type: 'Task', Resource: invoke, Arguments: { n: 1 }, End: true } });
const answer = (output: unknown, taskToken = wire.tokens[0]) =>
  wire.sfn.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(output) }));

describe('StartExecution', () => {
  const start = (stateMachineArn: string, name: string, input: string) =>
    wire.sfn.send(new StartExecutionCommand({ stateMachineArn, name, input }));

  it('gives the same execution for the same name and input while it runs, and no other', async () => {
    const machine = await wire.create('m');
    const first = await start(machine, 'run', '{"a":1}');
    expect(first.executionArn).toBe('arn:aws:states:us-east-1:000000000000:execution:m:run');
    expect(first.startDate).toEqual(new Date('2026-01-01T00:00:00Z'));
    await wire.clock.advanceBy(1500);
    expect(await start(machine, 'run', '{"a":1}')).toMatchObject({ startDate: first.startDate });
    expect(wire.tokens).toHaveLength(1);
    await expect(start(machine, 'run', '{"a":2}')).rejects.toMatchObject({
      name: 'ExecutionAlreadyExists',
      message: `Execution Already Exists: '${first.executionArn}'`,
    });
    await answer('done');
    await expect(start(machine, 'run', '{"a":1}')).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
  });

  it('gives a name free 90 days after its execution has ended', async () => {
    const machine = await wire.create('m', taskDefinition);
    const arn = await wire.start(machine, 'run', { big: 'x'.repeat(10) });
    await wire.clock.advanceBy(90 * 24 * 3600 * 1000);
    await expect(start(machine, 'run', '{}')).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
    await wire.clock.advanceBy(1);
    await start(machine, 'run', '{}');
    await wire.clock.idle();
    expect((await wire.describe(arn)).input).toBe('{}');
    const { executions } = await wire.sfn.send(new ListExecutionsCommand({ stateMachineArn: machine }));
    expect(executions).toHaveLength(1);
  });

  it('makes a name and an input when none are given', async () => {
    const machine = await wire.create('m');
    const { executionArn = '' } = await wire.sfn.send(
      new StartExecutionCommand({ stateMachineArn: machine }),
    );
    expect(executionArn).toMatch(/:m:[0-9a-f-]{36}$/);
    expect((await wire.describe(executionArn)).input).toBe('{}');
  });

  it.each([
    [{ name: 'a b' }, 'InvalidName', "Invalid Name: 'a b'"],
    [{ name: 'x'.repeat(81) }, 'InvalidName', `Invalid Name: '${'x'.repeat(81)}'`],
    [
      { input: '{' },
      'InvalidExecutionInput',
      "Invalid State Machine Execution Input: 'the input is not JSON'",
    ],
    [
      { input: '' },
      'InvalidExecutionInput',
      "Invalid State Machine Execution Input: 'Invalid execution input.'",
    ],
    [{ input: JSON.stringify('x'.repeat(262_143)) }, 'ValidationException', /less than or equal to 262144$/],
    [{ stateMachineArn: 'nonsense' }, 'InvalidArn', "Invalid Arn: 'Invalid ARN prefix: nonsense'"],
    [
      { stateMachineArn: 'arn:aws:states:us-east-1:000000000000:stateMachine:none' },
      'StateMachineDoesNotExist',
      "State Machine Does Not Exist: 'arn:aws:states:us-east-1:000000000000:stateMachine:none'",
    ],
  ])('refuses what breaks rule %#', async (fields, name, message) => {
    const stateMachineArn = await wire.create('m');
    await expect(
      wire.sfn.send(new StartExecutionCommand({ stateMachineArn, ...fields })),
    ).rejects.toMatchObject({
      name,
      message: typeof message === 'string' ? message : expect.stringMatching(message),
    });
  });
});

describe('DescribeExecution', () => {
  it('tells how an execution is doing and how it ended', async () => {
    const machine = await wire.create('m');
    const arn = await wire.start(machine, 'run', { a: 1 });
    expect(await wire.describe(arn)).toMatchObject({
      executionArn: arn,
      stateMachineArn: machine,
      name: 'run',
      status: 'RUNNING',
      input: '{"a":1}',
      inputDetails: { included: true },
      redriveCount: 0,
      redriveStatus: 'NOT_REDRIVABLE',
      redriveStatusReason: 'Execution is RUNNING and cannot be redriven',
    });
    await wire.clock.advanceBy(2500);
    await answer({ b: 2 });
    await wire.clock.idle();
    const ended = await wire.describe(arn);
    expect(ended).toMatchObject({
      status: 'SUCCEEDED',
      output: '{"b":2}',
      outputDetails: { included: true },
      stopDate: new Date('2026-01-01T00:00:02.500Z'),
    });
    expect(ended).not.toHaveProperty('error');
  });

  it('refuses what is no execution', async () => {
    await expect(wire.describe('x')).rejects.toMatchObject({ name: 'InvalidArn' });
    await expect(
      wire.describe('arn:aws:states:us-east-1:000000000000:execution:m:none'),
    ).rejects.toMatchObject({ name: 'ExecutionDoesNotExist' });
  });

  it('keeps the definition that the execution runs when the state machine changes', async () => {
    const machine = await wire.create('m');
    const executionArn = await wire.start(machine, 'run');
    wire.double.registerStateMachine({ name: 'm', definition: taskDefinition, roleArn });
    await answer('old');
    await wire.clock.idle();
    expect((await wire.describe(executionArn)).output).toBe('"old"');
    const command = new DescribeStateMachineForExecutionCommand({ executionArn });
    expect(await wire.sfn.send(command)).toMatchObject({
      definition: waitingDefinition,
      name: 'm',
      roleArn,
      stateMachineArn: machine,
      updateDate: new Date('2026-01-01T00:00:00Z'),
    });
  });
});

describe('ListExecutions', () => {
  it('gives the newest first, by status and in pages', async () => {
    const machine = await wire.create('m');
    const other = await wire.create('other');
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      await wire.start(machine, name);
      await wire.clock.advanceBy(1000);
    }
    await wire.start(other, 'x');
    await answer(1);
    await wire.clock.idle();
    const list = async (fields: object) => {
      const page = await wire.sfn.send(new ListExecutionsCommand({ stateMachineArn: machine, ...fields }));
      return { names: page.executions?.map(({ name }) => name).join(''), nextToken: page.nextToken };
    };
    expect(await list({})).toEqual({ names: 'edcba', nextToken: undefined });
    expect(await list({ statusFilter: 'SUCCEEDED' })).toMatchObject({ names: 'a' });
    const first = await list({ maxResults: 2, statusFilter: 'RUNNING' });
    expect(first.names).toBe('ed');
    await wire.start(machine, 'f');
    const { nextToken } = first;
    expect(await list({ maxResults: 2, statusFilter: 'RUNNING', nextToken })).toEqual({
      names: 'cb',
      nextToken: undefined,
    });
    await expect(list({ nextToken })).rejects.toMatchObject({ name: 'InvalidToken' });
    await expect(list({ maxResults: 1001 })).rejects.toMatchObject({
      name: 'ValidationException',
      message:
        "1 validation error detected: Value '1001' at 'maxResults' failed to satisfy constraint: Member must have value less than or equal to 1000",
    });
    await expect(list({ statusFilter: 'succeeded' })).rejects.toMatchObject({
      message:
        "1 validation error detected: Value 'succeeded' at 'statusFilter' failed to satisfy constraint: Member must satisfy enum value set: [SUCCEEDED, TIMED_OUT, PENDING_REDRIVE, ABORTED, FAILED, RUNNING]",
    });
  });
});

describe('GetExecutionHistory', () => {
  it('gives events as the service does', async () => {
    const executionArn = await wire.start(await wire.create('m', taskDefinition), 'run', { a: 1 });
    const { events = [] } = await wire.sfn.send(new GetExecutionHistoryCommand({ executionArn }));
    expect(events.map(({ id, previousEventId, type }) => [id, previousEventId, type])).toEqual([
      [1, 0, 'ExecutionStarted'],
      [2, 0, 'TaskStateEntered'],
      [3, 2, 'TaskScheduled'],
      [4, 3, 'TaskStarted'],
      [5, 4, 'TaskSucceeded'],
      [6, 5, 'TaskStateExited'],
      [7, 6, 'ExecutionSucceeded'],
    ]);
    expect(events[2]).toEqual({
      id: 3,
      previousEventId: 2,
      timestamp: new Date('2026-01-01T00:00:00Z'),
      type: 'TaskScheduled',
      taskScheduledEventDetails: {
        resourceType: 'lambda',
        resource: 'invoke',
        region: 'us-east-1',
        parameters: '{"n":1}',
      },
    });
    expect(events[4]?.taskSucceededEventDetails).toEqual({
      resourceType: 'lambda',
      resource: 'invoke',
      output: '{"got":{"n":1}}',
      outputDetails: { truncated: false },
    });
  });

  it('gives pages in either direction, and leaves data out', async () => {
    const executionArn = await wire.start(await wire.create('m', taskDefinition), 'run');
    const pages = async (fields: object): Promise<string> => {
      const ids: string[] = [];
      let nextToken: string | undefined;
      do {
        const command = new GetExecutionHistoryCommand({
          executionArn,
          ...fields,
          ...(nextToken ? { nextToken } : {}),
        });
        const page = await wire.sfn.send(command);
        ids.push(page.events?.map(({ id }) => id).join('') ?? '');
        nextToken = page.nextToken;
      } while (nextToken);
      return ids.join(' ');
    };
    expect(await pages({ maxResults: 3 })).toBe('123 456 7');
    expect(await pages({ maxResults: 4, reverseOrder: true })).toBe('7654 321');
    expect(await pages({ maxResults: 7 })).toBe('1234567');
    const command = new GetExecutionHistoryCommand({ executionArn, includeExecutionData: false });
    const { events = [] } = await wire.sfn.send(command);
    expect(events[1]?.stateEnteredEventDetails).toEqual({ name: 'T', inputDetails: { truncated: false } });
    await expect(
      wire.sfn.send(new GetExecutionHistoryCommand({ executionArn, nextToken: 'x' })),
    ).rejects.toMatchObject({ name: 'InvalidToken' });
  });
});

describe('StopExecution', () => {
  it('aborts what runs and leaves alone what has ended', async () => {
    const executionArn = await wire.start(await wire.create('m'), 'run');
    await wire.clock.advanceBy(1000);
    const stop = new StopExecutionCommand({ executionArn, error: 'E', cause: 'because' });
    const stopDate = new Date('2026-01-01T00:00:01Z');
    expect(await wire.sfn.send(stop)).toMatchObject({ stopDate });
    expect(await wire.describe(executionArn)).toMatchObject({
      status: 'ABORTED',
      error: 'E',
      cause: 'because',
    });
    await wire.clock.advanceBy(1000);
    expect(await wire.sfn.send(new StopExecutionCommand({ executionArn }))).toMatchObject({ stopDate });
  });
});

describe('task tokens', () => {
  it('are answered once, with the errors of the service', async () => {
    const arn = await wire.start(await wire.create('m'), 'run');
    const taskToken = wire.tokens[0];
    await wire.sfn.send(new SendTaskHeartbeatCommand({ taskToken }));
    await expect(
      wire.sfn.send(new SendTaskSuccessCommand({ taskToken, output: 'no JSON' })),
    ).rejects.toMatchObject({ name: 'InvalidOutput' });
    await wire.sfn.send(new SendTaskFailureCommand({ taskToken, error: 'Busy', cause: 'engaged' }));
    await wire.clock.idle();
    expect(await wire.describe(arn)).toMatchObject({ status: 'FAILED', error: 'Busy', cause: 'engaged' });
    await expect(answer(1)).rejects.toMatchObject({
      name: 'TaskTimedOut',
      message: "Task Timed Out: 'Provided task does not exist anymore'",
    });
    await expect(answer(1, 'guess')).rejects.toMatchObject({
      name: 'InvalidToken',
      message: "Invalid Token: 'Invalid token'",
    });
  });

  it('of another engine are unknown', async () => {
    const other = await createWireHarness();
    await other.start(await other.create('m'), 'run');
    await expect(answer(1, other.tokens[0])).rejects.toMatchObject({ name: 'TaskDoesNotExist' });
    await other.close();
  });
});

describe('status changes', () => {
  it('are told with every member of the event', async () => {
    const arn = await wire.start(await wire.create('m', taskDefinition), 'run', { a: 1 });
    expect(wire.statusChanges.map(({ status }) => status)).toEqual(['RUNNING', 'SUCCEEDED']);
    expect(wire.statusChanges[1]).toEqual({
      executionArn: arn,
      stateMachineArn: 'arn:aws:states:us-east-1:000000000000:stateMachine:m',
      name: 'run',
      status: 'SUCCEEDED',
      startDate: Date.UTC(2026, 0, 1),
      stopDate: Date.UTC(2026, 0, 1),
      input: '{"a":1}',
      inputDetails: { included: true },
      output: '{"got":{"n":1}}',
      outputDetails: { included: true },
      stateMachineVersionArn: null,
      stateMachineAliasArn: null,
      redriveCount: 0,
      redriveDate: null,
      redriveStatus: 'NOT_REDRIVABLE',
      redriveStatusReason: 'Execution is SUCCEEDED and cannot be redriven',
      error: null,
      cause: null,
    });
  });

  it('leave data out when they are large', async () => {
    const big = 'x'.repeat(130_000);
    const definition = machineOf({ S: { Type: 'Succeed' } });
    await wire.start(await wire.create('m', definition), 'run', { big });
    expect(wire.statusChanges[1]).toMatchObject({
      input: null,
      inputDetails: { included: false },
      output: null,
      outputDetails: { included: false },
    });
  });
});

describe('what the double does not know', () => {
  it('is refused by name', async () => {
    const executionArn = await wire.start(await wire.create('m'), 'run');
    await expect(wire.sfn.send(new ListMapRunsCommand({ executionArn }))).rejects.toMatchObject({
      name: 'UnknownOperationException',
      message: expect.stringContaining('ListMapRuns') as string,
    });
    await expect(
      wire.sfn.send(
        new ListExecutionsCommand({ mapRunArn: 'arn:aws:states:us-east-1:000000000000:mapRun:m/x:1' }),
      ),
    ).rejects.toMatchObject({ message: expect.stringContaining('mapRunArn') as string });
  });
});
