import type { FlowAction, FlowDocument } from '../language/flow-language.ts';
import { type Edge, edgesOf } from './edges.ts';

/** Ways on from each action. */
export type Ways = ReadonlyMap<string, readonly Edge[]>;

export const waysOf = ({ Actions }: FlowDocument): Ways =>
  new Map(Actions.map((action) => [action.Identifier, edgesOf(action)]));

/** Every action that can be reached from one, itself included, without going on from one of `barriers`. */
export function reachedFrom(
  start: string,
  ways: Ways,
  isBarrier: (identifier: string) => boolean = () => false,
): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [start];
  for (let each = open.pop(); each !== undefined; each = open.pop()) {
    if (reached.has(each) || !ways.has(each)) continue;
    reached.add(each);
    if (!isBarrier(each)) open.push(...(ways.get(each) ?? []).map(({ to }) => to));
  }
  return reached;
}

/** The actions of a type that can be reached without having passed one of the other types. */
export function reachedWithout(
  document: FlowDocument,
  type: string,
  passed: readonly string[],
): readonly FlowAction[] {
  const byId = new Map(document.Actions.map((action) => [action.Identifier, action]));
  const reached = reachedFrom(document.StartAction, waysOf(document), (each) =>
    passed.includes(byId.get(each)?.Type ?? ''),
  );
  return document.Actions.filter(({ Identifier, Type }) => Type === type && reached.has(Identifier));
}

/** Cycles among the ways, each as the actions on it in the document's order. */
export function cyclesIn(ways: Ways): readonly (readonly string[])[] {
  const after = new Map(
    [...ways.keys()].map((from) => [
      from,
      new Set((ways.get(from) ?? []).flatMap(({ to }) => [...reachedFrom(to, ways)])),
    ]),
  );
  const onCycle = [...after.keys()].filter((each) => after.get(each)?.has(each) === true);
  const seen = new Set<string>();
  return onCycle.flatMap((each) => {
    if (seen.has(each)) return [];
    const together = onCycle.filter(
      (other) => after.get(each)?.has(other) === true && after.get(other)?.has(each) === true,
    );
    for (const member of together) seen.add(member);
    return [together];
  });
}
