import { invalidPattern } from './event-pattern-error.ts';
import { isJsonObject } from './json-shape.ts';
import { compileWildcard } from './wildcard.ts';

export type LeafTest = (value: unknown) => boolean;

const textOf = (operator: string, value: unknown, path: readonly string[]): string => {
  if (typeof value === 'string') return value;
  throw invalidPattern(`${operator} match pattern must be a string`, path);
};

const onText =
  (test: (value: string) => boolean): LeafTest =>
  (value) =>
    typeof value === 'string' && test(value);

const affix = (operator: 'prefix' | 'suffix', value: unknown, path: readonly string[]): LeafTest => {
  const holds = (text: string, part: string): boolean =>
    operator === 'prefix' ? text.startsWith(part) : text.endsWith(part);
  if (!isJsonObject(value)) {
    const part = textOf(operator, value, path);
    return onText((text) => holds(text, part));
  }
  const keys = Object.keys(value);
  if (keys.length !== 1 || keys[0] !== 'equals-ignore-case') {
    throw invalidPattern(`${operator} allows only a string or {"equals-ignore-case": string}`, path);
  }
  const part = textOf('equals-ignore-case', value['equals-ignore-case'], path).toLowerCase();
  return onText((text) => holds(text.toLowerCase(), part));
};

/** The operators that compare text: each compiles its operand, or refuses it with InvalidEventPatternException. */
export const textOperators: Readonly<
  Record<string, (operand: unknown, path: readonly string[]) => LeafTest>
> = {
  prefix: (operand, path) => affix('prefix', operand, path),
  suffix: (operand, path) => affix('suffix', operand, path),
  'equals-ignore-case': (operand, path) => {
    const wanted = textOf('equals-ignore-case', operand, path).toLowerCase();
    return onText((text) => text.toLowerCase() === wanted);
  },
  wildcard: (operand, path) => onText(compileWildcard(textOf('wildcard', operand, path), path)),
};
