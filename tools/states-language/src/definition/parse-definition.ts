import { isObject } from '../json.ts';
import { expressionProblems } from './check-expressions.ts';
import { graphProblems } from './check-graph.ts';
import { stateProblems } from './check-states.ts';
import type { Problem } from './problem.ts';
import type { Machine } from './schema.ts';
import { machineSchema } from './schema.ts';
import { schemaProblems } from './schema-problems.ts';
import { scopesIn } from './scopes.ts';

/** A definition that can be run, or what is wrong with it. */
export type ParsedDefinition =
  | { readonly ok: true; readonly machine: Machine }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const error = (code: string, message: string): ParsedDefinition => ({
  ok: false,
  problems: [{ severity: 'ERROR', code, message }],
});

const readJson = (text: string): { readonly value: unknown } | { readonly problem: string } => {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (thrown) {
    return { problem: thrown instanceof SyntaxError ? thrown.message : String(thrown) };
  }
};

const checkMachine = (machine: Machine, resources?: readonly string[]): Problem[] => {
  const scopes = scopesIn({ scope: machine, path: [], outerVariables: new Set() });
  return [
    ...scopes.flatMap(({ scope, path }) => graphProblems(scope, path)),
    ...stateProblems(scopes, resources),
    ...scopes.flatMap(({ scope, path }) => expressionProblems(scope, path)),
  ];
};

/**
 * Reads a definition as CreateStateMachine would.
 *
 * With `resources` a task of any other resource is a problem; without, resources are not checked.
 */
export const parseDefinition = (definition: string, resources?: readonly string[]): ParsedDefinition => {
  if (definition === '') return error('SCHEMA_VALIDATION_FAILED', 'Definition must be a valid JSON object');
  const json = readJson(definition);
  if ('problem' in json) return error('INVALID_JSON_DESCRIPTION', json.problem);
  if (!isObject(json.value))
    return error('SCHEMA_VALIDATION_FAILED', 'Definition must be a valid JSON object');
  const parsed = machineSchema.safeParse(json.value);
  if (!parsed.success) return { ok: false, problems: schemaProblems(json.value, parsed.error.issues) };
  const problems = checkMachine(parsed.data, resources);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, machine: parsed.data };
};

/** What is wrong with a definition, given as its text or as the object; an empty list when it can be run. */
export const validateDefinition = (
  definition: string | Readonly<Record<string, unknown>>,
  options: { readonly resources?: readonly string[] } = {},
): readonly Problem[] => {
  const text = typeof definition === 'string' ? definition : JSON.stringify(definition);
  const parsed = parseDefinition(text, options.resources);
  return parsed.ok ? [] : parsed.problems;
};
