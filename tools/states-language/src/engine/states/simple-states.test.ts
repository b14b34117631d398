import { machineOf, runMachine } from '../../testing/harness.ts';

const outputOf = async (states: Record<string, Record<string, unknown>>, input = {}): Promise<unknown> => {
  const { execution } = await runMachine(machineOf(states), { input });
  const { status, output, error, cause } = execution();
  return status === 'SUCCEEDED' ? JSON.parse(output ?? '') : { error, cause };
};

describe('Pass', () => {
  it('gives its input when it has no Output', async () => {
    expect(await outputOf({ S: { Type: 'Pass', End: true } }, { a: [1] })).toEqual({ a: [1] });
  });

  it('evaluates Output and Assign with the variables as they were when it was entered', async () => {
    const output = await outputOf({
      A: { Type: 'Pass', Assign: { x: 1 }, Next: 'B' },
      B: { Type: 'Pass', Assign: { x: '{% $x + 1 %}', y: '{% $x %}' }, Output: '{% $x %}', Next: 'C' },
      C: { Type: 'Pass', Output: { x: '{% $x %}', y: '{% $y %}', before: '{% $states.input %}' }, End: true },
    });
    expect(output).toEqual({ x: 2, y: 1, before: 1 });
  });

  it('sees the context of its execution', async () => {
    expect(
      await outputOf({ S: { Type: 'Pass', Output: '{% $states.context %}', End: true } }, { a: 1 }),
    ).toEqual({
      Execution: {
        Id: 'arn:aws:states:us-east-1:000000000000:execution:machine:run',
        Input: { a: 1 },
        Name: 'run',
        RoleArn: 'arn:aws:iam::000000000000:role/workflow',
        StartTime: '2026-01-01T00:00:00.000Z',
        RedriveCount: 0,
      },
      State: { Name: 'S', EnteredTime: '2026-01-01T00:00:00.000Z' },
      StateMachine: { Id: 'arn:aws:states:us-east-1:000000000000:stateMachine:machine', Name: 'machine' },
    });
  });

  it('fails by an output of more than 256 KB', async () => {
    const big = "{% $join($map([1..300], function($v) { $pad('', 1000, 'x') })) %}";
    expect(await outputOf({ Big: { Type: 'Pass', Output: big, End: true } })).toEqual({
      error: 'States.DataLimitExceeded',
      cause:
        "The state/task 'Big' returned a result with a size exceeding the maximum number of bytes service limit.",
    });
  });
});

describe('Choice', () => {
  const choose = (input: object): Promise<unknown> =>
    outputOf(
      {
        C: {
          Type: 'Choice',
          Assign: { by: 'default' },
          Choices: [
            { Condition: '{% $states.input.n > 10 %}', Next: 'End', Assign: { by: 'first' }, Output: 'big' },
            { Condition: '{% $states.input.n > 5 %}', Next: 'End', Assign: { by: 'second' } },
            { Condition: false, Next: 'End' },
          ],
          Default: 'End',
          Output: 'none',
        },
        End: { Type: 'Pass', Output: ['{% $by %}', '{% $states.input %}'], End: true },
      },
      input,
    );

  it('takes the first rule that is true, with its own Output and Assign', async () => {
    expect(await choose({ n: 11 })).toEqual(['first', 'big']);
    expect(await choose({ n: 6 })).toEqual(['second', { n: 6 }]);
  });

  it('takes Default with those of the state', async () => {
    expect(await choose({ n: 1 })).toEqual(['default', 'none']);
  });

  it('fails when no rule is true and there is no Default', async () => {
    const rule = { Condition: '{% $states.input.a = 1 %}', Next: 'End' };
    const states = { C: { Type: 'Choice', Choices: [rule] }, End: { Type: 'Succeed' } };
    expect(await outputOf(states)).toMatchObject({ error: 'States.NoChoiceMatched' });
  });

  it('fails by a condition that is neither true nor false', async () => {
    const rule = { Condition: "{% 'yes' %}", Next: 'End' };
    const states = { C: { Type: 'Choice', Choices: [rule] }, End: { Type: 'Succeed' } };
    expect(await outputOf(states)).toEqual({
      error: 'States.QueryEvaluationError',
      cause: `An error occurred while executing the state 'C' (entered at the event id #2). The JSONata expression ''yes'' specified for the field 'Choices[0]/Condition' returned an unexpected result type. Expected 'boolean', but was 'string' for value: "yes"`,
    });
  });
});

describe('Succeed and Fail', () => {
  it('Succeed ends the execution with its Output', async () => {
    expect(
      await outputOf({ S: { Type: 'Succeed', Output: { n: '{% $states.input.n %}' } } }, { n: 1 }),
    ).toEqual({
      n: 1,
    });
  });

  it('Fail ends it by its error, literal or computed', async () => {
    expect(
      await outputOf({ F: { Type: 'Fail', Error: 'E', Cause: "{% 'n is ' & $states.input.n %}" } }, { n: 1 }),
    ).toEqual({ error: 'E', cause: 'n is 1' });
    expect(await outputOf({ F: { Type: 'Fail' } })).toEqual({});
  });

  it('writes the history that the service writes', async () => {
    const { events, history } = await runMachine(
      machineOf({ A: { Type: 'Pass', Assign: { x: { y: 1 } }, Next: 'S' }, S: { Type: 'Succeed' } }),
      { input: { a: 1 } },
    );
    expect(events()).toEqual([
      '1<0 ExecutionStarted',
      '2<0 PassStateEntered',
      '3<2 PassStateExited',
      '4<3 SucceedStateEntered',
      '5<4 SucceedStateExited',
      '6<5 ExecutionSucceeded',
    ]);
    expect(history().map(({ details }) => details)).toEqual([
      {
        member: 'executionStartedEventDetails',
        value: {
          input: '{"a":1}',
          inputDetails: { truncated: false },
          roleArn: 'arn:aws:iam::000000000000:role/workflow',
        },
      },
      {
        member: 'stateEnteredEventDetails',
        value: { name: 'A', input: '{"a":1}', inputDetails: { truncated: false } },
      },
      {
        member: 'stateExitedEventDetails',
        value: {
          name: 'A',
          output: '{"a":1}',
          outputDetails: { truncated: false },
          assignedVariables: { x: '{"y":1}' },
          assignedVariablesDetails: { truncated: false },
        },
      },
      expect.anything(),
      expect.anything(),
      {
        member: 'executionSucceededEventDetails',
        value: { output: '{"a":1}', outputDetails: { truncated: false } },
      },
    ]);
  });

  it('tells a failed expression where the service does', async () => {
    const { events, history } = await runMachine(
      machineOf({
        A: { Type: 'Pass', Next: 'B' },
        B: { Type: 'Pass', Output: { v: '{% $states.input.missing %}' }, End: true },
      }),
    );
    expect(events().slice(3)).toEqual([
      '4<3 PassStateEntered',
      '5<3 EvaluationFailed',
      '6<5 ExecutionFailed',
    ]);
    expect(history()[4]?.details?.value).toEqual({
      error: 'States.QueryEvaluationError',
      cause:
        "An error occurred while executing the state 'B' (entered at the event id #4). The JSONata expression '$states.input.missing' specified for the field 'Output/v' returned nothing (undefined).",
      location: 'Output/v',
      state: 'B',
    });
  });
});
