import type * as z from 'zod';

/** Where a value breaks its contract and what is allowed there; never the value itself. */
export interface Problem {
  readonly path: string;
  readonly problem: string;
}

type Issue = z.core.$ZodIssue;

const quoted = (values: readonly unknown[]): string =>
  values.map((value) => JSON.stringify(value)).join(', ');

const limit = (issue: Issue & { code: 'too_big' | 'too_small' }): string => {
  const bound =
    issue.code === 'too_big' ? `at most ${String(issue.maximum)}` : `at least ${String(issue.minimum)}`;
  if (issue.origin === 'string') return `must have ${bound} characters`;
  if (issue.origin === 'array') return `must have ${bound} entries`;
  return `must be ${bound}`;
};

// Zod's own texts of some issues repeat what was sent (an unknown key, a literal): they are worded here.
const wording: { [Code in Issue['code']]?: (issue: Issue & { code: Code }) => string } = {
  invalid_type: (issue) => `must be of type ${issue.expected}`,
  invalid_value: (issue) => `must be one of ${quoted(issue.values)}`,
  too_big: limit,
  too_small: limit,
  unrecognized_keys: () => 'has a field that is not known',
  invalid_key: () => 'has a key of the wrong form',
  invalid_union: () => 'has none of the allowed forms',
  invalid_format: (issue) => `must be of the form ${issue.format}`,
};

/** Messages that a schema's author wrote say what is allowed in the business's words. */
const authored = (message: string): boolean => message.startsWith('must ');

function problemOf(issue: Issue): string {
  if (authored(issue.message)) return issue.message;
  const word = wording[issue.code] as ((issue: Issue) => string) | undefined;
  return word === undefined ? 'has a value that is not allowed' : word(issue);
}

// Keys of a record come from the sender and may be personal; names of fields come from the schema.
const fieldName = /^[A-Za-z_][A-Za-z0-9_]{0,63}$/;
const segment = (part: PropertyKey): string => {
  const text = String(part);
  return typeof part === 'number' || fieldName.test(text) ? text : '*';
};

/** At most ten problems of a failed parse. */
export function problemsOf(error: z.ZodError): readonly Problem[] {
  return error.issues.slice(0, 10).map((issue) => ({
    path: issue.path.map(segment).join('.') || '(the whole value)',
    problem: problemOf(issue),
  }));
}
