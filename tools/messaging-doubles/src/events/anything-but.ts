import { invalidPattern } from './event-pattern-error.ts';
import { isJsonObject } from './json-shape.ts';
import { textOperators, type LeafTest } from './text-match.ts';

const excluded = (values: readonly unknown[], path: readonly string[]): LeafTest => {
  const kinds = new Set(values.map((value) => typeof value));
  const [kind] = kinds;
  if (values.length === 0) throw invalidPattern('Empty arrays are not allowed', path);
  if (kinds.size > 1 || (kind !== 'string' && kind !== 'number')) {
    throw invalidPattern('Inside anything-but list, either all values are number or string', path);
  }
  return (value) => !values.includes(value);
};

const excludedText = (operand: Readonly<Record<string, unknown>>, path: readonly string[]): LeafTest => {
  const [operator = '', ...others] = Object.keys(operand);
  const compile = Object.hasOwn(textOperators, operator) ? textOperators[operator] : undefined;
  if (compile === undefined || others.length > 0) {
    throw invalidPattern(`Unsupported anything-but pattern: ${[operator, ...others].join(', ')}`, path);
  }
  const value = operand[operator];
  const wanted: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (wanted.length === 0) throw invalidPattern('Empty arrays are not allowed', path);
  const tests = wanted.map((item) => compile(item, path));
  return (leaf) => !tests.some((test) => test(leaf));
};

/**
 * Compiles `{"anything-but": …}`: a value, a list of one kind, or one of prefix, suffix, equals-ignore-case, wildcard.
 *
 * @throws AwsError InvalidEventPatternException on anything else.
 */
export const compileAnythingBut = (operand: unknown, path: readonly string[]): LeafTest => {
  if (isJsonObject(operand)) return excludedText(operand, path);
  return excluded(Array.isArray(operand) ? operand : [operand], path);
};
