import type { Problem } from './problem.ts';
import { locationOf } from './problem.ts';
import type { Scope, State } from './schema.ts';

type Path = readonly PropertyKey[];
interface Target {
  readonly name: string;
  readonly path: Path;
}

const optionalTarget = (name: string | undefined, path: Path): Target[] =>
  name === undefined ? [] : [{ name, path }];

const catchTargets = (state: State, path: Path): Target[] => {
  const catchers = 'Catch' in state ? (state.Catch ?? []) : [];
  return catchers.map(({ Next }, index) => ({ name: Next, path: [...path, 'Catch', index, 'Next'] }));
};

const targetsOf = (state: State, path: Path): Target[] => {
  if (state.Type === 'Succeed' || state.Type === 'Fail') return [];
  if (state.Type === 'Choice')
    return [
      ...state.Choices.map(({ Next }, index) => ({ name: Next, path: [...path, 'Choices', index, 'Next'] })),
      ...optionalTarget(state.Default, [...path, 'Default']),
    ];
  return [...optionalTarget(state.Next, [...path, 'Next']), ...catchTargets(state, path)];
};

const isTerminal = (state: State): boolean =>
  state.Type === 'Succeed' || state.Type === 'Fail' || ('End' in state && state.End === true);

const missingTarget = (message: string, path: Path): Problem => ({
  severity: 'ERROR',
  code: 'MISSING_TRANSITION_TARGET',
  message,
  location: locationOf(path),
});

/** Transitions that lead nowhere, states that nothing leads to, and a workflow without an end, in one scope. */
export const graphProblems = (scope: Scope, path: Path): Problem[] => {
  const states = Object.entries(scope.States);
  const targets = states.flatMap(([name, state]) => targetsOf(state, [...path, 'States', name]));
  const start: Target = { name: scope.StartAt, path: [...path, 'StartAt'] };
  const missing = [start, ...targets]
    .filter(({ name }) => !Object.hasOwn(scope.States, name))
    .map((target) => missingTarget(`Missing 'Next' target: ${target.name}`, target.path));

  const reached = reachable(scope);
  const unreachable = states
    .filter(([name]) => !reached.has(name))
    .map(([name]) => missingTarget(`State "${name}" is not reachable.`, [...path, 'States', name]));

  const found = [...missing, ...unreachable];
  if (found.length > 0 || states.some(([, state]) => isTerminal(state))) return found;
  return [{ severity: 'ERROR', code: 'MISSING_END_STATE', message: 'Workflow has no terminal state' }];
};

const reachable = ({ StartAt, States }: Scope): ReadonlySet<string> => {
  const reached = new Set<string>();
  const pending = [StartAt];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    const state = Object.hasOwn(States, name) ? States[name] : undefined;
    if (state === undefined || reached.has(name)) continue;
    reached.add(name);
    pending.push(...targetsOf(state, []).map((target) => target.name));
  }
  return reached;
};
