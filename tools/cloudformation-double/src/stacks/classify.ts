import { isDeepStrictEqual } from 'node:util';
import { resourceShapes } from '../shapes/resource-shapes.ts';

/** A resource as a template asks for it, or as it is. */
export interface Wanted {
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** What must be done about a resource, and which of its properties differ. */
export interface Decision {
  readonly action: 'create' | 'keep' | 'update' | 'replace';
  readonly changed: readonly string[];
}

/** Whether the change of a property makes another resource. */
export const replaces = (type: string, property: string): boolean =>
  resourceShapes.resources[type]?.replacedBy.includes(property) === true;

/** Decides between making, keeping, changing and replacing a resource. */
export function classify(before: Wanted | undefined, after: Wanted): Decision {
  if (before === undefined) return { action: 'create', changed: [] };
  if (before.type !== after.type) return { action: 'replace', changed: [] };
  const names = new Set([...Object.keys(before.properties), ...Object.keys(after.properties)]);
  const changed = [...names].filter(
    (name) => !isDeepStrictEqual(before.properties[name], after.properties[name]),
  );
  if (changed.length === 0) return { action: 'keep', changed };
  return { action: changed.some((name) => replaces(after.type, name)) ? 'replace' : 'update', changed };
}

interface Needing {
  readonly logicalId: string;
  readonly needs: readonly string[];
}

/** Resources in the order in which they may go: each before those that it needs. */
export function deletionOrder<T extends Needing>(records: readonly T[]): readonly T[] {
  const byId = new Map(records.map((record) => [record.logicalId, record]));
  const made = new Set<T>();
  const visit = (record: T, path: ReadonlySet<T>): void => {
    if (made.has(record) || path.has(record)) return;
    for (const needed of record.needs) {
      const found = byId.get(needed);
      if (found !== undefined) visit(found, new Set([...path, record]));
    }
    made.add(record);
  };
  for (const record of records) visit(record, new Set());
  return [...made].toReversed();
}
