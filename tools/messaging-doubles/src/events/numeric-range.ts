import { invalidPattern } from './event-pattern-error.ts';

const bound = 5e9;
const comparisons: Readonly<Record<string, (value: number, limit: number) => boolean>> = {
  '=': (value, limit) => value === limit,
  '<': (value, limit) => value < limit,
  '<=': (value, limit) => value <= limit,
  '>': (value, limit) => value > limit,
  '>=': (value, limit) => value >= limit,
};

interface Condition {
  readonly operator: string;
  readonly limit: number;
}

const conditionsOf = (terms: readonly unknown[], path: readonly string[]): readonly Condition[] => {
  if (terms.length !== 2 && terms.length !== 4) {
    throw invalidPattern('numeric must be [operator, number] or [operator, number, operator, number]', path);
  }
  return Array.from({ length: terms.length / 2 }, (_, pair) => {
    const operator = terms[2 * pair];
    const limit = terms[2 * pair + 1];
    if (typeof operator !== 'string' || !Object.hasOwn(comparisons, operator)) {
      throw invalidPattern(`Unrecognized numeric range operator: ${JSON.stringify(operator)}`, path);
    }
    if (typeof limit !== 'number') throw invalidPattern('Value of numeric must be a number', path);
    if (Math.abs(limit) > bound)
      throw invalidPattern(`Value of numeric must be between -${bound} and ${bound}`, path);
    return { operator, limit };
  });
};

const checkRange = ([low, high]: readonly Condition[], path: readonly string[]): void => {
  if (low === undefined || high === undefined) return;
  if (!low.operator.startsWith('>'))
    throw invalidPattern('Too many terms: a range begins with > or >=', path);
  if (!high.operator.startsWith('<'))
    throw invalidPattern('Bad numeric range operator: a range ends with < or <=', path);
  if (low.limit >= high.limit) throw invalidPattern('Bottom must be less than top', path);
};

/**
 * Compiles `{"numeric": [">", 0, "<=", 5]}`.
 *
 * @throws AwsError InvalidEventPatternException when an operator is unknown or a limit is beyond ±5e9.
 */
export const compileNumericRange = (
  terms: unknown,
  path: readonly string[],
): ((value: unknown) => boolean) => {
  if (!Array.isArray(terms)) throw invalidPattern('Value of numeric must be an array', path);
  const conditions = conditionsOf(terms, path);
  checkRange(conditions, path);
  return (value) =>
    typeof value === 'number' &&
    conditions.every(({ operator, limit }) => comparisons[operator]?.(value, limit) === true);
};
