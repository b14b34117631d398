import type { JsonataFailure } from '../query/expression.ts';
import { expressionOf, isExpression, jsonataFailure, parseExpression } from '../query/expression.ts';
import type { References } from '../query/references.ts';
import { findReferences } from '../query/references.ts';
import type { Problem } from './problem.ts';
import { locationOf, schemaProblem } from './problem.ts';
import type { Scope } from './schema.ts';

type Path = readonly PropertyKey[];

/** Fields of a state whose strings are no templates. */
const literalFields = new Set(['Comment', 'Branches', 'ItemProcessor']);

/** What an expression refers to, or why it cannot be parsed. */
export const inspectExpression = (source: string): References | JsonataFailure => {
  try {
    return findReferences(parseExpression(source).ast());
  } catch (thrown) {
    return jsonataFailure(thrown);
  }
};

const problem = (code: string, message: string, path: Path): Problem => ({
  severity: 'ERROR',
  code,
  message,
  location: locationOf(path),
});

const referenceProblems = (references: References, path: Path, inCatcher: boolean): Problem[] => {
  const problems = references.topLevel.map((name) =>
    problem(
      'UNSUPPORTED_JSONATA_EXPRESSION',
      `Reference to '${name}' at the top level is not supported.`,
      path,
    ),
  );
  if (references.errorOutput && !inCatcher)
    problems.push(
      problem(
        'UNSUPPORTED_JSONATA_EXPRESSION',
        "Reference to '$states.errorOutput' is only supported in Output and Assign of a catcher.",
        path,
      ),
    );
  return problems;
};

const stringProblems = (text: string, path: Path, inCatcher: boolean): Problem[] => {
  if (!isExpression(text))
    return text.startsWith('{%') || text.endsWith('%}')
      ? [schemaProblem('A JSONata expression must begin with {% and end with %}', locationOf(path))]
      : [];
  const found = inspectExpression(expressionOf(text));
  return 'message' in found
    ? [problem('INVALID_JSONATA_EXPRESSION', found.message, path)]
    : referenceProblems(found, path, inCatcher);
};

const templateProblems = (value: unknown, path: Path, inCatcher: boolean): Problem[] => {
  if (typeof value === 'string') return stringProblems(value, path, inCatcher);
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value))
    return value.flatMap((item, index) => templateProblems(item, [...path, index], inCatcher));
  return Object.entries(value).flatMap(([key, member]) =>
    templateProblems(member, [...path, key], inCatcher),
  );
};

/** The problems of all expressions in the states of one scope; the scopes inside it are left to their own check. */
export const expressionProblems = ({ States }: Scope, path: Path): Problem[] =>
  Object.entries(States).flatMap(([name, state]) =>
    Object.entries(state)
      .filter(([field]) => !literalFields.has(field))
      .flatMap(([field, value]) =>
        templateProblems(value, [...path, 'States', name, field], field === 'Catch'),
      ),
  );
