import type { Clock } from '@atlas-engine/function-kit';

interface Kept<Value> {
  readonly value: Value;
  readonly until: number;
}

/** Entries that a container keeps of each kind; the oldest make room. */
const mostEntries = 500;

/**
 * A question whose answers are kept for a while, so that a container does not ask Amazon Connect twice, whose quotas are
 * a few requests a second. An answer of undefined is not kept: what is not known yet may be known in a moment.
 */
export function remembered<Value>(
  ask: (key: string) => Promise<Value | undefined>,
  { clock, milliseconds }: { readonly clock: Clock; readonly milliseconds: number },
): (key: string) => Promise<Value | undefined> {
  const kept = new Map<string, Kept<Value>>();
  return async (key) => {
    const known = kept.get(key);
    if (known !== undefined && clock.now() < known.until) return known.value;
    const value = await ask(key);
    kept.delete(key);
    if (value === undefined) return undefined;
    kept.set(key, { value, until: clock.now() + milliseconds });
    const oldest = kept.keys().next();
    if (kept.size > mostEntries && oldest.done !== true) kept.delete(oldest.value);
    return value;
  };
}
