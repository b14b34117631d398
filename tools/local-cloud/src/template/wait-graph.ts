import { TemplateError } from './template-error.ts';

/** Who waits for whom while resources are made, so that a circle is refused instead of waiting for ever. */
export interface WaitGraph {
  /** @throws TemplateError when `to` already waits for `from`, itself or through others */
  add(from: string, to: string): void;
}

export function createWaitGraph(stackName: string): WaitGraph {
  const waits = new Map<string, Set<string>>();
  const reaches = (from: string, to: string, seen = new Set<string>()): boolean => {
    if (from === to) return true;
    if (seen.has(from)) return false;
    seen.add(from);
    return [...(waits.get(from) ?? [])].some((next) => reaches(next, to, seen));
  };
  return {
    add(from, to) {
      if (reaches(to, from)) {
        throw new TemplateError(`${stackName}: ${[from, to].toSorted().join(' and ')} wait for each other`);
      }
      waits.set(from, (waits.get(from) ?? new Set()).add(to));
    },
  };
}
