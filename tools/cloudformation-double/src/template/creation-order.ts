import { referencesIn } from './references.ts';
import { TemplateError } from './template-error.ts';
import type { Template } from './template.ts';

/** Resources with those that each of them needs. */
export type Dependencies = ReadonlyMap<string, readonly string[]>;

/** What each resource needs, among those that the stack has (a condition may leave others out). */
export function dependenciesOf({ Resources }: Template, present: ReadonlySet<string>): Dependencies {
  return new Map(
    [...present].map((logicalId) => {
      const { DependsOn = [], Properties, UpdatePolicy } = Resources[logicalId] ?? {};
      const names = new Set([...DependsOn, ...referencesIn([Properties, UpdatePolicy])]);
      return [logicalId, [...names].filter((name) => present.has(name) && name !== logicalId)];
    }),
  );
}

/**
 * An order in which every resource comes after those that it needs, otherwise as they are given.
 *
 * @throws TemplateError naming resources that need each other
 */
export function creationOrder(dependencies: Dependencies): readonly string[] {
  const order = new Set<string>();
  const visit = (logicalId: string, path: readonly string[]): void => {
    if (order.has(logicalId)) return;
    const at = path.indexOf(logicalId);
    if (at >= 0) {
      const circle = path.slice(at).toSorted().join(', ');
      throw new TemplateError(`Circular dependency between resources: [${circle}]`);
    }
    for (const needed of dependencies.get(logicalId) ?? []) visit(needed, [...path, logicalId]);
    order.add(logicalId);
  };
  for (const logicalId of dependencies.keys()) visit(logicalId, []);
  return [...order];
}
