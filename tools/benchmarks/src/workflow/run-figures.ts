import type { OutreachReport } from '@atlas-engine/outreach-cli';
import { BenchmarkError } from '../benchmark.ts';
import { rounded } from '../figures/median.ts';
import { grouped, table } from '../figures/table.ts';

/** One run of the workflow over so many leads at once. */
export interface RunFigures {
  readonly leads: number;
  /** From the first execution's start to the last one's end. */
  readonly seconds: number;
  readonly leadsPerSecond: number;
  /** Host and function processes together. */
  readonly peakRssBytes: number;
}

/**
 * The figures of a run, from the report of the outreach CLI.
 *
 * @throws BenchmarkError unless every lead was carried to its end
 */
export function runFigures(leads: number, report: OutreachReport, peakRssBytes: number): RunFigures {
  const carried = report.results.filter(({ status }) => status === 'completed').length;
  if (report.results.length !== leads || carried !== leads) {
    throw new BenchmarkError(
      `Of ${String(leads)} leads the report has ${String(report.results.length)}, and ${String(carried)} were carried to their end`,
    );
  }
  if (peakRssBytes === 0) throw new BenchmarkError('The memory of the local cloud could not be read');
  const seconds = report.elapsedMs / 1000;
  return {
    leads,
    seconds: rounded(seconds, 2),
    leadsPerSecond: rounded(leads / seconds, 2),
    peakRssBytes,
  };
}

export const printRuns = (runs: readonly RunFigures[]): string =>
  table(
    ['leads at once', 'seconds', 'leads/s', 'peak memory, MB'],
    runs.map(({ leads, seconds, leadsPerSecond, peakRssBytes }) => [
      grouped(leads),
      seconds.toFixed(2),
      leadsPerSecond.toFixed(2),
      grouped(Math.round(peakRssBytes / 1_000_000)),
    ]),
  );
