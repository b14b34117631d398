import { compileAnythingBut } from './anything-but.ts';
import { invalidPattern } from './event-pattern-error.ts';
import { compileCidr } from './ip-range.ts';
import { isJsonObject, isJsonScalar } from './json-shape.ts';
import { compileNumericRange } from './numeric-range.ts';
import { textOperators, type LeafTest } from './text-match.ts';

/** One element of a leaf array. `absent` says that it matches a field that is not there. */
export interface MatchExpression {
  readonly absent: boolean;
  readonly test: LeafTest;
}

type Compile = (operand: unknown, path: readonly string[]) => MatchExpression;

const present =
  (compile: (operand: unknown, path: readonly string[]) => LeafTest): Compile =>
  (operand, path) => ({ absent: false, test: compile(operand, path) });

const exists: Compile = (operand, path) => {
  if (typeof operand !== 'boolean')
    throw invalidPattern('exists match pattern must be either true or false', path);
  return { absent: !operand, test: () => operand };
};

const operators: Readonly<Record<string, Compile>> = {
  ...Object.fromEntries(Object.entries(textOperators).map(([name, compile]) => [name, present(compile)])),
  'anything-but': present(compileAnythingBut),
  numeric: present(compileNumericRange),
  cidr: present(compileCidr),
  exists,
};

/** The names of all match operators. */
export const matchOperators: readonly string[] = Object.keys(operators);

/**
 * Compiles one element of a leaf array: a scalar, or an object with one operator.
 *
 * @param allowed the operators that the service knows; all by default.
 * @throws AwsError InvalidEventPatternException when the operator or its operand is not valid.
 */
export const compileExpression = (
  expression: unknown,
  path: readonly string[],
  allowed: readonly string[] = matchOperators,
): MatchExpression => {
  if (isJsonScalar(expression)) return { absent: false, test: (value) => value === expression };
  if (!isJsonObject(expression))
    throw invalidPattern('Match value must be String, number, true, false, or null', path);
  const [operator = '', ...others] = Object.keys(expression);
  if (others.length > 0) throw invalidPattern('Only one key allowed in match expression', path);
  const compile = allowed.includes(operator) ? operators[operator] : undefined;
  if (compile === undefined) throw invalidPattern(`Unrecognized match type ${operator}`, path);
  return compile(expression[operator], path);
};
