import type { Item, ItemValue } from '../storage/item-storage.ts';

type Attributes = Readonly<Record<string, ItemValue | undefined>>;

/** What must be set and removed to make one set of attributes into another. */
export function changesBetween(
  before: Attributes,
  after: Attributes,
): { readonly set: Item; readonly remove: readonly string[] } {
  const set: Record<string, ItemValue> = {};
  for (const [name, value] of Object.entries(after)) {
    if (value !== undefined && JSON.stringify(value) !== JSON.stringify(before[name])) set[name] = value;
  }
  const remove = Object.keys(before).filter(
    (name) => before[name] !== undefined && after[name] === undefined,
  );
  return { set, remove };
}
