import type { StageName } from './stage-names.ts';
import type { Failure, Tally } from './tally.ts';

const linesPerFailure = 40;
const failuresPerTask = 20;

/** The lines that say how a stage went: its count, then each failure. */
export const describeTally = (stage: StageName, tally: Tally): string[] => [
  `${stage}: ${count(tally)}`,
  ...Object.values(Object.groupBy(tally.failures, ({ where }) => where)).flatMap((failures) =>
    describeTask(failures ?? []),
  ),
];

function count({ passed, skipped, failures }: Tally): string {
  const parts = [
    `${passed} passed`,
    `${failures.length} failed`,
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
  ];
  return parts.join(', ');
}

function describeTask(failures: readonly Failure[]): string[] {
  const left = failures.length - failuresPerTask;
  return [
    ...failures.slice(0, failuresPerTask).flatMap(describeFailure),
    ...(left > 0 ? [`  ✖ ${failures[0]?.where ?? ''}: ${left} more`] : []),
  ];
}

const describeFailure = ({ where, what, detail }: Failure) => [
  `  ✖ ${where}: ${what}`,
  ...endOf(detail).map((line) => `      ${line}`),
];

/** A test's message begins with what matters, a command's output ends with it: the middle is left out. */
function endOf(text: string): string[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length <= linesPerFailure) return lines;
  const half = linesPerFailure / 2;
  return [...lines.slice(0, half), `… ${lines.length - linesPerFailure} lines …`, ...lines.slice(-half)];
}
