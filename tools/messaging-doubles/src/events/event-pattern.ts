import { invalidPattern } from './event-pattern-error.ts';
import { isJsonObject, leavesOf, type JsonObject } from './json-shape.ts';
import { compileExpression } from './match-expression.ts';

type EventTest = (value: unknown) => boolean;

const mostCombinations = 1000;

/**
 * Whether an event matches a pattern: alternatives within an array, all of the keys of an object.
 *
 * Numbers are compared by value: that EventBridge tells 300 from 300.0 is lost where JSON is parsed.
 *
 * @throws AwsError InvalidEventPatternException when the pattern is not valid.
 */
export const matches = (pattern: unknown, event: unknown): boolean => compilePattern(pattern)(event);

/** @throws AwsError InvalidEventPatternException, with the path of the member at fault. */
export const validatePattern = (pattern: unknown): void => void compilePattern(pattern);

/**
 * Compiles a pattern for many events.
 *
 * @throws AwsError InvalidEventPatternException when the pattern is not valid or has over 1,000 combinations.
 */
export const compilePattern = (pattern: unknown): EventTest => {
  if (!isJsonObject(pattern)) throw invalidPattern('Event pattern must be a JSON object');
  const test = compileObject(pattern, []);
  if (combinations(pattern) > mostCombinations) {
    throw invalidPattern(`$or gives more than ${mostCombinations} combinations`);
  }
  return test;
};

const compileObject = (pattern: JsonObject, path: readonly string[]): EventTest => {
  const members = Object.entries(pattern);
  if (members.length === 0) throw invalidPattern('Empty objects are not allowed', path);
  const tests = members.map(([key, value]) => {
    const alternatives = alternativesOf(key, value);
    if (alternatives) return compileAlternatives(alternatives, [...path, key]);
    const test = compileMember(value, [...path, key]);
    return (event: unknown) => test(memberOf(event, key));
  });
  return (event) => eachObject(event).some((one) => tests.every((test) => test(one)));
};

/** An array of objects in the event matches when one of its elements matches all by itself. */
const eachObject = (event: unknown): readonly unknown[] => {
  if (!Array.isArray(event)) return [event];
  const objects = event.filter((item) => isJsonObject(item) || Array.isArray(item)).flatMap(eachObject);
  return objects.length === 0 ? [undefined] : objects;
};

const memberOf = (event: unknown, key: string): unknown =>
  isJsonObject(event) && Object.hasOwn(event, key) ? event[key] : undefined;

const alternativesOf = (key: string, value: unknown): readonly JsonObject[] | undefined =>
  key === '$or' && Array.isArray(value) && value.length > 0 && value.every(isJsonObject) ? value : undefined;

const compileAlternatives = (alternatives: readonly JsonObject[], path: readonly string[]): EventTest => {
  const tests = alternatives.map((alternative) => compileObject(alternative, path));
  return (event) => tests.some((test) => test(event));
};

const compileMember = (value: unknown, path: readonly string[]): EventTest => {
  if (isJsonObject(value)) return compileObject(value, path);
  if (!Array.isArray(value))
    throw invalidPattern(`"${path.at(-1) ?? ''}" must be an object or an array`, path);
  if (value.length === 0) throw invalidPattern('Empty arrays are not allowed', path);
  const expressions = value.map((item) => compileExpression(item, path));
  return (event) => {
    const leaves = leavesOf(event);
    if (leaves.length === 0) return expressions.some(({ absent }) => absent);
    return leaves.some((leaf) => expressions.some(({ test }) => test(leaf)));
  };
};

const combinations = (pattern: JsonObject): number =>
  Object.entries(pattern).reduce((product, [key, value]) => product * memberCombinations(key, value), 1);

const memberCombinations = (key: string, value: unknown): number => {
  const alternatives = alternativesOf(key, value);
  if (alternatives) return alternatives.reduce((sum, alternative) => sum + combinations(alternative), 0);
  return isJsonObject(value) ? combinations(value) : 1;
};
