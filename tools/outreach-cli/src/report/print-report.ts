import type { OutreachReport, RowResult } from './row-result.ts';

const otherContent = 'the request was taken in earlier with another value, which counts';

/** The report as a person reads it: the sums, how calls ended, and every row that needs a look. */
export function printReport(report: OutreachReport, messages: ReadonlyMap<number, string>): string {
  const { rows, accepted, duplicates, rejected, elapsedMs, results } = report;
  const head = `${rows} rows: ${accepted} called, ${rejected} rejected, ${duplicates} ${duplicates === 1 ? 'duplicate' : 'duplicates'}, in ${(elapsedMs / 1000).toFixed(1)} s`;
  const ends = countBy(
    results.filter((row) => row.status === 'completed'),
    (row) => [row.outcome, row.disposition].filter((word) => word !== null).join(' / '),
  );
  const looks = results.filter((row) => row.status !== 'completed' || row.field !== null);
  return [
    head,
    '',
    ...ends.map(([word, count]) => `  ${String(count).padStart(5)}  ${word}`),
    ...(looks.length === 0 ? [] : ['', 'Rows to look at:']),
    ...looks.map((row) => `  row ${row.row}: ${row.status} ${lookAt(row, messages.get(row.row))}`),
  ].join('\n');
}

const lookAt = ({ reason, field, executionArn }: RowResult, message: string | undefined): string =>
  [
    reason,
    field === null ? undefined : `(${field})`,
    message ?? (field !== null && executionArn !== null ? otherContent : undefined),
  ]
    .filter((part) => part !== undefined && part !== null)
    .join(' ');

function countBy<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1]);
}
