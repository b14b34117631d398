import type * as z from 'zod';
import { parameterAt } from './branch-rule-of.ts';
import { type ActionType, specOf } from './catalogue.ts';

/** What is wrong with an action's parameters, each naming the parameter and what is allowed; empty when they are good. */
export function parameterProblems(
  type: ActionType,
  parameters: Readonly<Record<string, unknown>>,
): readonly string[] {
  const spec = specOf(type);
  const parsed = spec.parameters.safeParse(parameters);
  const given = (names: readonly string[]) =>
    names.filter((name) => parameterAt(parameters, name) !== undefined);
  return [
    ...(parsed.success ? [] : parsed.error.issues.map((issue) => described(issue, parameters))),
    ...(spec.exactlyOne ?? [])
      .filter((names) => given(names).length !== 1)
      .map((names) => `needs exactly one of ${names.join(', ')}; it has ${listed(given(names))}`),
    ...(spec.atMostOne ?? [])
      .filter((names) => given(names).length > 1)
      .map((names) => `takes at most one of ${names.join(', ')}; it has ${listed(given(names))}`),
  ];
}

function described(issue: z.core.$ZodIssue, parameters: Readonly<Record<string, unknown>>): string {
  const name = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    const prefix = name === '' ? '' : `${name}.`;
    return `has no parameter ${issue.keys.map((key) => prefix + key).join(', ')}`;
  }
  if (name !== '' && parameterAt(parameters, name) === undefined) return `needs the parameter ${name}`;
  return `${name === '' ? 'parameters' : name}: ${issue.message}`;
}

const listed = (names: readonly string[]): string => (names.length === 0 ? 'none' : names.join(' and '));
