import type { Scope } from './schema.ts';

/** A scope with its place in the definition. */
export interface PlacedScope {
  readonly scope: Scope;
  readonly path: readonly PropertyKey[];
  /** Variables that the scopes around it assign. */
  readonly outerVariables: ReadonlySet<string>;
}

/** Names that the states of one scope assign, those inside its Parallel and Map states left out. */
const assignedIn = ({ States }: Scope): string[] =>
  Object.values(States).flatMap((state) => {
    const own = 'Assign' in state ? Object.keys(state.Assign ?? {}) : [];
    const rules = state.Type === 'Choice' ? state.Choices : [];
    const catchers = 'Catch' in state ? (state.Catch ?? []) : [];
    return [...own, ...[...rules, ...catchers].flatMap(({ Assign }) => Object.keys(Assign ?? {}))];
  });

/** The scope itself and all scopes inside it, outer before inner. */
export const scopesIn = ({ scope, path, outerVariables }: PlacedScope): PlacedScope[] => {
  const variables = new Set([...outerVariables, ...assignedIn(scope)]);
  const inner = Object.entries(scope.States).flatMap(([name, state]): PlacedScope[] => {
    const place = [...path, 'States', name];
    if (state.Type === 'Map')
      return [{ scope: state.ItemProcessor, path: [...place, 'ItemProcessor'], outerVariables: variables }];
    if (state.Type !== 'Parallel') return [];
    return state.Branches.map((branch, index) => ({
      scope: branch,
      path: [...place, 'Branches', index],
      outerVariables: variables,
    }));
  });
  return [{ scope, path, outerVariables }, ...inner.flatMap(scopesIn)];
};
