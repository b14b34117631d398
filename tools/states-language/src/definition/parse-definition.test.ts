import { describeProblems } from './problem.ts';
import { validateDefinition } from './parse-definition.ts';

const invoke = 'arn:aws:states:::lambda:invoke';
const pass = { Type: 'Pass', End: true };

const machine = (states: Record<string, unknown>, more: Record<string, unknown> = {}) => ({
  QueryLanguage: 'JSONata',
  StartAt: Object.keys(states)[0],
  States: states,
  ...more,
});

const problemsOf = (definition: string | Record<string, unknown>, resources?: string[]): string =>
  describeProblems(validateDefinition(definition, resources ? { resources } : {}));

const stateProblems = (state: Record<string, unknown>): string => problemsOf(machine({ S: state }));

describe('a definition as a whole', () => {
  it('is taken with every kind of state', () => {
    const definition = machine(
      {
        Task: {
          Type: 'Task',
          Comment: 'c',
          QueryLanguage: 'JSONata',
          Resource: `${invoke}.waitForTaskToken`,
          Arguments: { Payload: { token: '{% $states.context.Task.Token %}' } },
          TimeoutSeconds: '{% $limit %}',
          HeartbeatSeconds: 5,
          Retry: [
            { ErrorEquals: ['Lambda.TooManyRequestsException'], IntervalSeconds: 1, MaxDelaySeconds: 9 },
            { ErrorEquals: ['States.ALL'], MaxAttempts: 0, BackoffRate: 1, JitterStrategy: 'FULL' },
          ],
          Catch: [
            {
              ErrorEquals: ['States.ALL'],
              Output: { why: '{% $states.errorOutput.Error %}' },
              Assign: { failed: true },
              Next: 'Fail',
            },
          ],
          Assign: { call: '{% $states.result.id %}' },
          Next: 'Choose',
        },
        Choose: {
          Type: 'Choice',
          Choices: [{ Condition: '{% $call = 1 %}', Output: 1, Assign: { a: 1 }, Next: 'Wait' }],
          Default: 'Until',
        },
        Wait: { Type: 'Wait', Seconds: '{% $states.input.s %}', Next: 'Each' },
        Until: { Type: 'Wait', Timestamp: '2026-01-01T00:00:00+02:00', Next: 'Each' },
        Each: {
          Type: 'Map',
          Items: [1, '{% 2 %}'],
          ItemSelector: '{% $states.context.Map.Item.Value %}',
          MaxConcurrency: 2,
          ItemProcessor: { ProcessorConfig: { Mode: 'INLINE' }, StartAt: 'Inside', States: { Inside: pass } },
          Next: 'Both',
        },
        Both: {
          Type: 'Parallel',
          Arguments: { a: 1 },
          Branches: [
            { StartAt: 'Left', States: { Left: pass } },
            { StartAt: 'Right', States: { Right: { Type: 'Succeed', Output: 1 } } },
          ],
          Next: 'End',
        },
        End: { Type: 'Succeed' },
        Fail: { Type: 'Fail', Error: 'E', Cause: "{% 'because ' & $call %}" },
      },
      { Comment: 'c', Version: '1.0', TimeoutSeconds: 60 },
    );
    expect(problemsOf(definition)).toBe('');
    expect(problemsOf(JSON.stringify(definition))).toBe('');
  });

  it.each([
    ['', 'SCHEMA_VALIDATION_FAILED: Definition must be a valid JSON object at null'],
    ['[]', 'SCHEMA_VALIDATION_FAILED: Definition must be a valid JSON object at null'],
    [
      '{"QueryLanguage":"JSONata"}',
      'SCHEMA_VALIDATION_FAILED: These fields are required: [StartAt, States] at /',
    ],
  ])('is refused as %p', (text, problem) => {
    expect(problemsOf(text)).toBe(problem);
  });

  it('is refused when it is not JSON', () => {
    expect(problemsOf('not a definition')).toMatch(/^INVALID_JSON_DESCRIPTION: .* at null$/);
  });

  it('is refused in JSONPath, with what to do', () => {
    const definition = { StartAt: 'S', States: { S: pass } };
    expect(problemsOf(definition)).toMatch(
      /has none, which means 'JSONPath': set "QueryLanguage": "JSONata"/,
    );
    expect(problemsOf({ ...definition, QueryLanguage: 'JSONPath' })).toMatch(/says "JSONPath": set /);
  });

  it('is refused when one of its states is in JSONPath', () => {
    expect(stateProblems({ ...pass, QueryLanguage: 'JSONPath' })).toBe(
      "SCHEMA_VALIDATION_FAILED: 'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine at /States/S",
    );
  });
});

describe('a state', () => {
  it.each([
    [{ End: true }, 'These fields are required: [Type] at /States/S'],
    [
      { Type: 'Paas', End: true },
      "The field 'Type' should have one of these values: [Task, Wait, Pass, Succeed, Fail, Choice, Parallel, Map] at /States/S/Type",
    ],
    [{ Type: 'Task', End: true }, 'These fields are required: [Resource] at /States/S'],
    [{ ...pass, TimeoutSeconds: 1 }, "Field 'TimeoutSeconds' is not supported at /States/S"],
    [{ ...pass, Retry: [] }, "Field 'Retry' is not supported at /States/S"],
    [{ Type: 'Succeed', End: true }, "Field 'End' is not supported at /States/S"],
    [
      { ...pass, InputPath: '$' },
      "The QueryLanguage is set to 'JSONata', but field 'InputPath' is only supported for the 'JSONPath' QueryLanguage at /States/S",
    ],
    [{ Type: 'Pass' }, "Exactly one of the fields 'Next' and 'End': true is required at /States/S"],
    [
      { Type: 'Wait', End: true },
      "Exactly one of the fields 'Seconds' and 'Timestamp' is required at /States/S",
    ],
    [
      { Type: 'Wait', Timestamp: '2026-13-01T00:00:00Z', End: true },
      'String does not match RFC3339 timestamp at /States/S/Timestamp',
    ],
    [
      { Type: 'Wait', Seconds: 1.5, End: true },
      'must be a whole number of seconds from 0 to 99999999, or a JSONata expression between {% and %} at /States/S/Seconds',
    ],
    [{ Type: 'Choice', Choices: [] }, 'Value cannot be empty at /States/S/Choices'],
    [
      { Type: 'Task', Resource: invoke, TimeoutSeconds: 5, HeartbeatSeconds: 5, End: true },
      'HeartbeatSeconds must be smaller than TimeoutSeconds at /States/S/HeartbeatSeconds',
    ],
    [
      { Type: 'Task', Resource: invoke, Credentials: {}, End: true },
      "Field 'Credentials' is not supported by this engine at /States/S",
    ],
    [
      { ...pass, Assign: { states: 1 } },
      'variable names are identifiers of up to 80 characters other than `states` at /States/S/Assign/states',
    ],
  ])('is refused as %j', (state, problem) => {
    expect(stateProblems(state)).toBe(`SCHEMA_VALIDATION_FAILED: ${problem}`);
  });

  it('is refused as a Map state in Mode DISTRIBUTED, by name', () => {
    const processor = { StartAt: 'I', States: { I: pass } };
    const map = { Type: 'Map', End: true, ItemProcessor: processor };
    const distributed = { ...processor, ProcessorConfig: { Mode: 'DISTRIBUTED' } };
    expect(stateProblems({ ...map, ItemProcessor: distributed })).toMatch(
      /INLINE only; DISTRIBUTED is not supported at \/States\/S\/ItemProcessor\/ProcessorConfig\/Mode$/,
    );
    expect(stateProblems({ ...map, ItemReader: {} })).toMatch(
      /'ItemReader' belongs to Map states with Mode DIST/,
    );
    expect(stateProblems({ ...map, Iterator: processor })).toMatch(
      /'Iterator' is deprecated and not supported/,
    );
    expect(stateProblems({ ...map, ItemProcessor: { ...processor, QueryLanguage: 'JSONata' } })).toBe(
      "SCHEMA_VALIDATION_FAILED: Field 'QueryLanguage' is not supported at /States/S/ItemProcessor",
    );
  });

  it.each([
    [{ ErrorEquals: [] }, /ErrorEquals$/],
    [{ ErrorEquals: ['States.ALL', 'Oops'] }, /States.ALL must appear alone/],
    [{ ErrorEquals: ['States.Timout'] }, /names beginning with States. are reserved/],
    [{ ErrorEquals: ['E'], MaxDelaySeconds: 2, IntervalSeconds: 2 }, /must be greater than IntervalSeconds/],
    [{ ErrorEquals: ['E'], BackoffRate: 0.5 }, /BackoffRate$/],
    [{ ErrorEquals: ['E'], Backoff: 1 }, /Field 'Backoff' is not supported at \/States\/S\/Retry\[0\]$/],
  ])('is refused with the retrier %j', (retrier, problem) => {
    expect(stateProblems({ Type: 'Task', Resource: invoke, End: true, Retry: [retrier] })).toMatch(problem);
  });

  it('is refused when a retrier follows the one for all', () => {
    const retriers = [{ ErrorEquals: ['States.ALL'] }, { ErrorEquals: ['E'] }];
    expect(stateProblems({ Type: 'Task', Resource: invoke, End: true, Retry: retriers })).toMatch(
      /States.ALL must be in the last element at \/States\/S\/Retry$/,
    );
  });
});

describe('a task', () => {
  const task = { Type: 'Task', Resource: invoke, End: true };

  it('is refused when its resource has no runner', () => {
    expect(problemsOf(machine({ S: task }), ['arn:aws:states:::sns:publish'])).toMatch(
      /^SCHEMA_VALIDATION_FAILED: The resource provided arn:aws:states:::lambda:invoke is not recognized.* at \/States\/S\/Resource$/,
    );
    expect(problemsOf(machine({ S: task }), [invoke])).toBe('');
  });

  it('is refused when it waits for a token that it does not hand out', () => {
    const waiting = { ...task, Resource: `${invoke}.waitForTaskToken` };
    expect(stateProblems({ ...waiting, Arguments: { a: "{% 'Task.Token' %}" } })).toMatch(
      /no expression in Arguments reads \$states.context.Task.Token at \/States\/S\/Arguments$/,
    );
  });
});

describe('the way through a workflow', () => {
  it('is refused when it leads to a state that is not there, or leaves one out', () => {
    expect(problemsOf(machine({ a: { Type: 'Pass', Next: 'c' }, b: pass }))).toBe(
      `MISSING_TRANSITION_TARGET: Missing 'Next' target: c at /States/a/Next, MISSING_TRANSITION_TARGET: State "b" is not reachable. at /States/b`,
    );
    expect(problemsOf(machine({ a: pass }, { StartAt: 'z' }))).toBe(
      `MISSING_TRANSITION_TARGET: Missing 'Next' target: z at /StartAt, MISSING_TRANSITION_TARGET: State "a" is not reachable. at /States/a`,
    );
  });

  it('is refused when it has no end', () => {
    const loop = { a: { Type: 'Pass', Next: 'b' }, b: { Type: 'Pass', Next: 'a' } };
    expect(problemsOf(machine(loop))).toBe('MISSING_END_STATE: Workflow has no terminal state at null');
    expect(problemsOf(machine({ ...loop, c: pass }))).toBe(
      'MISSING_TRANSITION_TARGET: State "c" is not reachable. at /States/c',
    );
  });

  it('is checked inside branches, where names must still be unique', () => {
    const branch = { StartAt: 'S', States: { S: { Type: 'Pass', Next: 'x' } } };
    expect(stateProblems({ Type: 'Parallel', Branches: [branch], End: true })).toBe(
      `MISSING_TRANSITION_TARGET: Missing 'Next' target: x at /States/S/Branches[0]/States/S/Next, DUPLICATE_STATE_NAME: State names must be unique within the whole workflow: 'S' is used more than once at /States/S/Branches[0]/States/S`,
    );
  });

  it('is refused when an inner scope assigns a variable of an outer one', () => {
    const branch = { StartAt: 'B', States: { B: { ...pass, Assign: { x: 2 } } } };
    const states = {
      A: { Type: 'Pass', Assign: { x: 1 }, Next: 'P' },
      P: { Type: 'Parallel', Branches: [branch], End: true },
    };
    expect(problemsOf(machine(states))).toMatch(
      /variable 'x' is assigned in an outer scope .* at \/States\/P\/Branches\[0\]\/States\/B\/Assign\/x$/,
    );
  });
});

describe('an expression', () => {
  it.each([
    [
      '{% phone %}',
      "UNSUPPORTED_JSONATA_EXPRESSION: Reference to 'phone' at the top level is not supported.",
    ],
    ['{% $.a %}', "UNSUPPORTED_JSONATA_EXPRESSION: Reference to '$' at the top level is not supported."],
    [
      '{% $map([1], function($v) { $$ }) %}',
      "UNSUPPORTED_JSONATA_EXPRESSION: Reference to '$$' at the top level is not supported.",
    ],
    ['{% 1 + %}', 'INVALID_JSONATA_EXPRESSION: Unexpected end of expression'],
    [
      '{% $states.errorOutput.Error %}',
      "UNSUPPORTED_JSONATA_EXPRESSION: Reference to '$states.errorOutput' is only supported in Output and Assign of a catcher.",
    ],
    ['{% 1', 'SCHEMA_VALIDATION_FAILED: A JSONata expression must begin with {% and end with %}'],
  ])('is refused as %s', (expression, problem) => {
    expect(stateProblems({ ...pass, Output: { v: [expression] } })).toBe(
      `${problem} at /States/S/Output/v[0]`,
    );
  });

  it('is checked under any key of a payload, and not looked for in a comment', () => {
    expect(stateProblems({ ...pass, Output: { Comment: '{% phone %}' } })).toMatch(
      / at \/States\/S\/Output\/Comment$/,
    );
    expect(stateProblems({ ...pass, Comment: '{% phone %}' })).toBe('');
  });

  it('reads fields of the items it goes through', () => {
    const expression =
      "{% $states.input.items[price > 10 and $.kind = 'a'].{ 'name': name, 'all': * } ^ (>name) %}";
    expect(stateProblems({ ...pass, Output: expression })).toBe('');
  });
});
