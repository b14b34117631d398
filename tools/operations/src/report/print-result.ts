import type { Result } from './check.ts';
import type { State } from './finding.ts';

const nameWidth = 39;
const stateWidth = 9;

/** A result as lines: state, name, what was found; below it what to do. */
export function printResult({ state, name, message, remedy }: Result): string {
  const line = `${state.padEnd(stateWidth)}${name.padEnd(nameWidth)} ${message}`;
  return remedy === undefined ? line : `${line}\n${' '.repeat(stateWidth)}→ ${remedy}`;
}

/** How many ended in which way, e.g. `12 ok, 1 warning, 2 failed`. */
export function summaryOf(results: readonly Result[]): string {
  const states: readonly State[] = ['ok', 'warning', 'failed', 'skipped'];
  return states
    .map((state) => ({ state, count: results.filter((result) => result.state === state).length }))
    .filter(({ state, count }) => count > 0 || state === 'ok' || state === 'failed')
    .map(({ state, count }) => `${String(count)} ${state}`)
    .join(', ');
}
