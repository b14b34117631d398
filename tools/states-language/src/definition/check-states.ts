import { expressionOf, isExpression } from '../query/expression.ts';
import { inspectExpression } from './check-expressions.ts';
import type { Problem } from './problem.ts';
import { locationOf, schemaProblem } from './problem.ts';
import type { State } from './schema.ts';
import type { PlacedScope } from './scopes.ts';

/** Whether an ARN is that of a task that waits until its token comes back. */
export const waitsForToken = (resource: string): boolean => resource.endsWith('.waitForTaskToken');

const longestName = 80;

const readsContext = (value: unknown): boolean => {
  if (typeof value === 'string') {
    const found = isExpression(value) ? inspectExpression(expressionOf(value)) : undefined;
    return found !== undefined && 'context' in found && found.context;
  }
  return typeof value === 'object' && value !== null && Object.values(value).some(readsContext);
};

const taskProblems = (
  state: Extract<State, { Type: 'Task' }>,
  path: readonly PropertyKey[],
  resources: readonly string[] | undefined,
): Problem[] => {
  const problems: Problem[] = [];
  const { Resource: resource } = state;
  if (resources && !resources.includes(resource))
    problems.push(
      schemaProblem(
        `The resource provided ${resource} is not recognized. The value is not a valid resource ARN, or the resource is not available in this region. This engine has: ${resources.join(', ') || 'none'}`,
        locationOf([...path, 'Resource']),
      ),
    );
  if (waitsForToken(resource) && !readsContext(state.Arguments))
    problems.push(
      schemaProblem(
        'A task that waits for its token must hand it out: no expression in Arguments reads $states.context.Task.Token',
        locationOf([...path, 'Arguments']),
      ),
    );
  return problems;
};

const nameProblems = (name: string, path: readonly PropertyKey[], seen: Set<string>): Problem[] => {
  const location = locationOf(path);
  const problems: Problem[] = [];
  if (name.length === 0 || name.length > longestName)
    problems.push(
      schemaProblem(`State names have 1 to ${longestName} characters, was ${name.length}`, location),
    );
  if (seen.has(name))
    problems.push({
      severity: 'ERROR',
      code: 'DUPLICATE_STATE_NAME',
      message: `State names must be unique within the whole workflow: '${name}' is used more than once`,
      location,
    });
  seen.add(name);
  return problems;
};

const assignmentProblems = (
  value: unknown,
  path: readonly PropertyKey[],
  outer: ReadonlySet<string>,
): Problem[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]: [string, unknown]) => {
    if (key === 'Choices' || key === 'Catch')
      return (member as unknown[]).flatMap((rule, index) =>
        assignmentProblems(rule, [...path, key, index], outer),
      );
    if (key !== 'Assign') return [];
    return Object.keys(member as object)
      .filter((name) => outer.has(name))
      .map((name) =>
        schemaProblem(
          `The variable '${name}' is assigned in an outer scope and can not be assigned in an inner one`,
          locationOf([...path, key, name]),
        ),
      );
  });
};

/** The problems of the states of all scopes that only show when they are seen together. */
export const stateProblems = (scopes: readonly PlacedScope[], resources?: readonly string[]): Problem[] => {
  const seen = new Set<string>();
  return scopes.flatMap(({ scope, path, outerVariables }) =>
    Object.entries(scope.States).flatMap(([name, state]) => {
      const place = [...path, 'States', name];
      return [
        ...nameProblems(name, place, seen),
        ...assignmentProblems(state, place, outerVariables),
        ...(state.Type === 'Task' ? taskProblems(state, place, resources) : []),
      ];
    }),
  );
};
