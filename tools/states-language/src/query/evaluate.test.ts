import type { Json } from '../json.ts';
import type { QueryScope } from './evaluate.ts';
import { evaluateTemplate, evaluateTyped } from './evaluate.ts';
import { expectations } from './expectations.ts';
import { QueryEvaluationError } from './query-error.ts';

const scope: QueryScope = {
  states: { input: { n: 5, list: [1, 2, 3] }, context: { State: { Name: 'S' } } },
  variables: { limit: 2 },
  now: Date.UTC(2026, 0, 2, 3, 4, 5),
  seed: 'seed',
};
const evaluate = (template: Json): Promise<Json> => evaluateTemplate(template, 'Output', scope);
const failure = async (template: Json): Promise<QueryEvaluationError> => {
  const thrown = await evaluate(template).catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(QueryEvaluationError);
  return thrown as QueryEvaluationError;
};

describe('a template', () => {
  it('keeps what is no expression and replaces what is, at any depth', async () => {
    const template = {
      a: ['{% $states.input.n * $limit %}', '$limit', true, null],
      b: { c: '{%$states.context.State.Name%}' },
    };
    expect(await evaluate(template)).toEqual({ a: [10, '$limit', true, null], b: { c: 'S' } });
  });

  it('gives expressions their own types', async () => {
    expect(await evaluate('{% $states.input.list[$ > 1] %}')).toEqual([2, 3]);
    expect(await evaluate('{% null %}')).toBeNull();
  });

  it('names the field whose expression gives nothing', async () => {
    const { message, location } = await failure({ a: [1, '{% $states.input.missing %}'] });
    expect(location).toBe('Output/a[1]');
    expect(message).toBe(
      "The JSONata expression '$states.input.missing' specified for the field 'Output/a[1]' returned nothing (undefined).",
    );
  });

  it('tells what an expression threw', async () => {
    expect((await failure('{% $sum("a") %}')).message).toBe(
      `The JSONata expression '$sum("a")' specified for the field 'Output' threw an error during evaluation. T0412: Argument 1 of function "sum" must be an array of "numbers"`,
    );
  });

  it.each(['function($x) { $x }', '$sum', '[function($x) { $x }]'])(
    'refuses the function %s',
    async (source) => {
      expect((await failure(`{% ${source} %}`)).message).toMatch(/returned an unsupported result type\.$/);
    },
  );

  it('does not leave a variable changed', async () => {
    await evaluate('{% ($limit := 99; $limit) %}');
    expect(await evaluate('{% $limit %}')).toBe(2);
  });

  it.each(['[1..900000] ~> $count()', Array(200).fill('1').join('+')])(
    'ends an expression beyond bound %#',
    async (source) => {
      expect((await failure(`{% ${source} %}`)).message).toMatch(/threw an error during evaluation: /);
    },
  );
});

describe('the functions of the service', () => {
  it.each<[string, Json]>([
    ['$partition([1, 2, 3], 2)', [[1, 2], [3]]],
    ['$range(0, 10, 5)', [0, 5, 10]],
    ['$range(1, -1, -1)', [1, 0, -1]],
    ["$hash('a', 'SHA-1')", '86f7e437faa5a7fce15d1ddcb9eaeaea377667b8'],
    ['$parse(\'{"a": [1]}\')', { a: [1] }],
    ['$now()', '2026-01-02T03:04:05.000Z'],
    ["$now('[Y]')", '2026'],
    ['$millis()', scope.now],
    ['$random(7) = $random(7)', true],
    ['$exists($partition($states.input.missing, 1))', false],
    ['$match($uuid(), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-/) ~> $count()', 1],
  ])('%s', async (source, value) => {
    expect(await evaluate(`{% ${source} %}`)).toEqual(value);
  });

  it('draws the same numbers in each run, and others in each field', async () => {
    const first = await evaluate({ a: '{% $random() %}', b: '{% $random() %}' });
    expect(await evaluate({ a: '{% $random() %}', b: '{% $random() %}' })).toEqual(first);
    expect(new Set(Object.values(first as object)).size).toBe(2);
  });

  it.each([
    ["$hash('a', 'CRC')", /the algorithm must be one of MD5, .* was CRC/],
    ['$range(1, 2, 0)', /step not 0/],
    ['$partition([1], 0)', /chunk size must be a whole number from 1, was 0/],
    ["$parse('{')", /the text is not JSON/],
    ["$random('x')", /the seed must be a number/],
    ["$eval('1')", /T1006: Attempted to invoke a non-function/],
  ])('%s fails', async (source, message) => {
    expect((await failure(`{% ${source} %}`)).message).toMatch(message);
  });
});

describe('a field of one type', () => {
  it('takes a literal or an expression of the type', async () => {
    const typed = { scope, expected: expectations.seconds };
    expect(await evaluateTyped(3, 'Seconds', typed)).toBe(3);
    expect(await evaluateTyped('{% $limit %}', 'Seconds', typed)).toBe(2);
  });

  it('names what came instead', async () => {
    const typed = { scope, expected: expectations.boolean };
    await expect(evaluateTyped("{% 'x' %}", 'Choices[0]/Condition', typed)).rejects.toThrow(
      `The JSONata expression ''x'' specified for the field 'Choices[0]/Condition' returned an unexpected result type. Expected 'boolean', but was 'string' for value: "x"`,
    );
  });
});
