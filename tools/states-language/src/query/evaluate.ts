import { seededRandom } from '@atlas-engine/simulation';
import jsonata from 'jsonata';
import type { Json, JsonObject } from '../json.ts';
import { isObject, parseJson, typeName } from '../json.ts';
import { expressionOf, isExpression, jsonataFailure, parseExpression } from './expression.ts';
import { QueryEvaluationError, QueryFunctionError } from './query-error.ts';

/** What an expression can see. */
export interface QueryScope {
  /** `$states`: `input`, `context`, and `result` or `errorOutput` where the field has them. */
  readonly states: Readonly<Record<string, unknown>>;
  /** Workflow variables, without the dollar sign. */
  readonly variables: Readonly<JsonObject>;
  /** What `$now()` and `$millis()` tell, epoch milliseconds. */
  readonly now: number;
  /** Where the numbers of an unseeded `$random()` come from: the same seed gives the same run. */
  readonly seed: string;
}

/** Codes of failures that are a bound of the service and not a mistake in the expression. */
const bounds = ['D1011', 'D1012', 'D2014', 'D2015'];
const formatMillis = jsonata('$fromMillis($at, $picture, $zone)');

const randomFrom =
  (stream: () => number) =>
  (seed?: unknown): number => {
    if (seed === undefined) return stream();
    if (typeof seed === 'number') return seededRandom(String(seed))();
    throw new QueryFunctionError('$random: the seed must be a number');
  };

const bindings = ({ states, variables, now, seed }: QueryScope, field: string): Record<string, unknown> => ({
  now: (picture?: string, zone?: string) => formatMillis.evaluate(undefined, { at: now, picture, zone }),
  millis: () => now,
  random: randomFrom(seededRandom(`${seed}#${field}`)),
  ...variables,
  states,
});

const sentence = (source: string, field: string): string =>
  `The JSONata expression '${source}' specified for the field '${field}'`;

const failed = (source: string, field: string, thrown: unknown): QueryEvaluationError => {
  const { code, message } = jsonataFailure(thrown);
  const why = code === undefined || bounds.includes(code) ? `: ${message}` : `. ${code}: ${message}`;
  return new QueryEvaluationError(`${sentence(source, field)} threw an error during evaluation${why}`, field);
};

const evaluateSource = async (source: string, field: string, scope: QueryScope): Promise<Json> => {
  let result: unknown;
  try {
    result = await parseExpression(source).evaluate(undefined, bindings(scope, field));
  } catch (thrown) {
    throw failed(source, field, thrown);
  }
  if (result === undefined)
    throw new QueryEvaluationError(`${sentence(source, field)} returned nothing (undefined).`, field);
  return asJson(result, () => {
    throw new QueryEvaluationError(`${sentence(source, field)} returned an unsupported result type.`, field);
  });
};

const isFunction = (result: unknown): boolean =>
  typeof result === 'function' ||
  (typeof result === 'object' &&
    result !== null &&
    ('_jsonata_function' in result || '_jsonata_lambda' in result));

/** The round trip sheds the library's own marks on lists; functions have no JSON. */
const asJson = (result: unknown, unsupported: () => never): Json =>
  parseJson(JSON.stringify(result, (_key, value: unknown) => (isFunction(value) ? unsupported() : value)));

/**
 * Replaces each expression in a template's strings by its value.
 *
 * @throws QueryEvaluationError that names the field, extended by `/key` and `[index]`.
 */
export const evaluateTemplate = async (template: Json, field: string, scope: QueryScope): Promise<Json> => {
  if (typeof template === 'string')
    return isExpression(template) ? evaluateSource(expressionOf(template), field, scope) : template;
  if (Array.isArray(template)) {
    const items: Json[] = [];
    for (const [index, item] of template.entries())
      items.push(await evaluateTemplate(item, `${field}[${index}]`, scope));
    return items;
  }
  if (!isObject(template)) return template;
  const members: [string, Json][] = [];
  for (const [key, value] of Object.entries(template))
    members.push([key, await evaluateTemplate(value, `${field}/${key}`, scope)]);
  return Object.fromEntries(members);
};

/** What a field takes, and its name in the service's causes. */
export interface Expectation<T extends Json> {
  readonly name: string;
  accepts(value: Json): value is T;
}

/**
 * Evaluates a field that must give a certain type.
 *
 * @throws QueryEvaluationError when it gives another.
 */
export const evaluateTyped = async <T extends Json>(
  value: Json,
  field: string,
  { scope, expected }: { readonly scope: QueryScope; readonly expected: Expectation<T> },
): Promise<T> => {
  const result = await evaluateTemplate(value, field, scope);
  if (expected.accepts(result)) return result;
  const source =
    typeof value === 'string' && isExpression(value) ? expressionOf(value) : JSON.stringify(value);
  throw new QueryEvaluationError(
    `${sentence(source, field)} returned an unexpected result type. Expected '${expected.name}', but was '${typeName(result)}' for value: ${JSON.stringify(result)}`,
    field,
  );
};
