import { SalesforceRefusal } from './refusal.ts';

/** Bodies of the parts that have been answered, by reference id. */
export type PartBodies = ReadonlyMap<string, unknown>;

const placeholder = /@\{([A-Za-z0-9_]+)((?:\.\w+|\[\d+\])*)\}/g;

/** Replaces `@{part.field}` in a text by what that part answered. @throws SalesforceRefusal PROCESSING_HALTED */
export const resolveText = (text: string, bodies: PartBodies): string =>
  text.replace(placeholder, (_all, id: string, path: string) => String(lookUp(bodies, id, path)));

/** Replaces the references in every text of a JSON value. */
export function resolveValue(value: unknown, bodies: PartBodies): unknown {
  if (typeof value === 'string') return resolveText(value, bodies);
  if (Array.isArray(value)) return value.map((item) => resolveValue(item, bodies));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, resolveValue(item, bodies)]));
}

function lookUp(bodies: PartBodies, id: string, path: string): unknown {
  const steps = path.match(/\w+/g) ?? [];
  let value = bodies.get(id);
  for (const step of steps) value = memberOf(value, step);
  if (value !== undefined && value !== null && typeof value !== 'object') return value;
  const detail = `Invalid reference specified. No value for ${id}${path} found in ${id}`;
  throw new SalesforceRefusal('PROCESSING_HALTED', detail);
}

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
