import type { Preview, PreviewRow } from '../run/preview.ts';

/** The preview as a person reads it: how many rows would be skipped, and why. */
export function printPreview({ rows, wouldBeCalled, wouldWait, wouldBeSkipped, results }: Preview): string {
  return [
    `${wouldBeSkipped} of ${rows} would be skipped${why(results, 'skip')}`,
    `${wouldBeCalled} would be called now, ${wouldWait} would wait${why(results, 'wait')}. Nobody was called.`,
    '',
    ...results.filter(({ decision }) => decision !== 'call').map(printRow),
  ].join('\n');
}

function why(results: readonly PreviewRow[], decision: PreviewRow['decision']): string {
  const reasons = results.filter((row) => row.decision === decision).map(({ reason }) => reason);
  const counts = [...new Set(reasons)].map((reason) => {
    const count = reasons.filter((other) => other === reason).length;
    return `${count} ${reason ?? 'without a reason'}`;
  });
  return counts.length === 0 ? '' : `: ${counts.join(', ')}`;
}

function printRow({ row, decision, reason, field, until }: PreviewRow): string {
  const parts = [reason, field === null ? null : `(${field})`, until === null ? null : `until ${until}`];
  return `  ${[`row ${row}: ${decision}`, ...parts.filter((part) => part !== null)].join(' ')}`;
}
