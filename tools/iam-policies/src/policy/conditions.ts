import { PolicyError } from '../policy-error.ts';
import { contextValue, isKnownKey, type Context } from './context.ts';
import { operators, type Operator } from './operators.ts';

/** A Condition element as it stands in a document, its values as lists of text. */
export type ConditionElement = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** Tells whether a call fulfils conditions. */
export type Condition = (context: Context) => boolean;

type SetOperator = 'ForAnyValue' | 'ForAllValues';

interface Clause {
  readonly operator: Operator;
  readonly set: SetOperator | undefined;
  readonly ifExists: boolean;
  readonly key: string;
  readonly wanted: readonly string[];
}

const form = /^(?:(ForAnyValue|ForAllValues):)?([A-Za-z]+?)(IfExists)?$/;

const nullClause = (
  key: string,
  wanted: readonly string[],
  refuse: (problem: string) => PolicyError,
): Condition => {
  const [value = ''] = wanted;
  if (wanted.length !== 1 || !/^(true|false)$/i.test(value)) throw refuse(`${key}: must be true or false`);
  const isAbsent = value.toLowerCase() === 'true';
  return (context) => (contextValue(context, key) === undefined) === isAbsent;
};

/** Whether one value of the call passes: fits some value of the policy, or none for a negated operator. */
const passes = ({ operator, wanted }: Clause, actual: string, context: Context): boolean =>
  wanted.some((value) => operator.compare(actual, value, context)) !== operator.negated;

const inSet = (clause: Clause, actual: readonly string[], context: Context): boolean => {
  const one = (value: string): boolean => passes(clause, value, context);
  return clause.set === 'ForAllValues' ? actual.every(one) : actual.some(one);
};

const absent = ({ set, ifExists, operator }: Clause): boolean => {
  if (set === 'ForAllValues' || ifExists) return true;
  return set === undefined && operator.negated;
};

const holds =
  (clause: Clause): Condition =>
  (context) => {
    const actual = contextValue(context, clause.key);
    if (actual === undefined) return absent(clause);
    if (typeof actual === 'string' && clause.set === undefined) return passes(clause, actual, context);
    return inSet(clause, [actual].flat(), context);
  };

/**
 * Compiles a Condition element; all its parts must hold.
 *
 * @throws PolicyError naming an operator, key or value that is not known
 */
export const compileConditions = (element: ConditionElement, where: string): Condition => {
  const clauses = Object.entries(element).flatMap(([name, keys]) =>
    Object.entries(keys).map(([key, wanted]) => compileClause(name, { key, wanted, where })),
  );
  return (context) => clauses.every((clause) => clause(context));
};

const operatorOf = (name: string, refuse: (problem: string) => PolicyError) => {
  const [, set, base = '', ifExists] = form.exec(name) ?? [];
  const operator = Object.hasOwn(operators, base) ? operators[base] : undefined;
  if (operator === undefined) throw refuse('this operator is not known here');
  return { operator, set: set as SetOperator | undefined, ifExists: ifExists !== undefined };
};

const compileClause = (
  name: string,
  {
    key,
    wanted,
    where,
  }: { readonly key: string; readonly wanted: readonly string[]; readonly where: string },
): Condition => {
  const refuse = (problem: string) => new PolicyError(`${where}: Condition ${name}: ${problem}`);
  if (!isKnownKey(key)) throw refuse(`the condition key ${key} is not known here`);
  if (name === 'Null') return nullClause(key, wanted, refuse);
  const { operator, set, ifExists } = operatorOf(name, refuse);
  const { valid } = operator;
  const wrong = valid && wanted.find((value) => !value.includes('${') && !valid.test(value));
  if (wrong !== undefined) throw refuse(`${key}: must be ${valid?.expected ?? ''}, is ${wrong}`);
  return holds({ operator, set, ifExists, key, wanted });
};
