/** How much of what was used: operations as `service:Operation`, other quantities by name with their unit. */
export type Tally = ReadonlyMap<string, number>;

/** A tally that is being written. */
export interface Counter {
  add(what: string, amount?: number): void;
  readonly tally: Tally;
}

export function createCounter(): Counter {
  const tally = new Map<string, number>();
  return {
    tally,
    add: (what, amount = 1) => {
      tally.set(what, (tally.get(what) ?? 0) + amount);
    },
  };
}

/** `left + factor × right`, quantity by quantity. */
export function combine(left: Tally, factor: number, right: Tally): Tally {
  const names = new Set([...left.keys(), ...right.keys()]);
  return new Map([...names].map((name) => [name, (left.get(name) ?? 0) + factor * (right.get(name) ?? 0)]));
}

/** A tally divided by a number. */
export const divide = (tally: Tally, by: number): Tally =>
  new Map([...tally].map(([name, amount]) => [name, amount / by]));

/** Figures as an object in the order of their names, rounded; what rounds to nothing is left out. */
export const figuresOf = (tally: Tally): Record<string, number> =>
  Object.fromEntries(
    [...tally]
      .map(([name, amount]): [string, number] => [name, Math.round(amount * 100) / 100])
      .filter(([, amount]) => amount !== 0)
      .toSorted(([left], [right]) => left.localeCompare(right)),
  );
