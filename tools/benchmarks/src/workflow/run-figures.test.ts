import type { OutreachReport, RowResult } from '@atlas-engine/outreach-cli';
import { BenchmarkError } from '../benchmark.ts';
import { printRuns, runFigures } from './run-figures.ts';
import { memoryOf } from './sample-memory.ts';

const rowOf = (status: RowResult['status'], row: number) => ({ row, status }) as RowResult;
const reportOf = (...statuses: RowResult['status'][]) =>
  ({ elapsedMs: 4000, results: statuses.map(rowOf) }) as unknown as OutreachReport;

describe('the figures of a run', () => {
  it('are leads per second and peak memory', () => {
    expect(runFigures(2, reportOf('completed', 'completed'), 5_000_000)).toEqual({
      leads: 2,
      seconds: 4,
      leadsPerSecond: 0.5,
      peakRssBytes: 5_000_000,
    });
  });

  it.each(['failed', 'rejected', 'parked', 'duplicate'] as const)('are none when a row is %s', (status) => {
    expect(() => runFigures(2, reportOf('completed', status), 1)).toThrow(BenchmarkError);
  });

  it('are none when a row is missing, or the memory', () => {
    expect(() => runFigures(2, reportOf('completed'), 1)).toThrow('Of 2 leads the report has 1');
    expect(() => runFigures(1, reportOf('completed'), 0)).toThrow('memory of the local cloud');
  });

  it('make a table', () => {
    const run = { leads: 1000, seconds: 40, leadsPerSecond: 25, peakRssBytes: 1_234_000_000 };
    expect(printRuns([run]).split('\n')).toEqual([
      'leads at once  seconds  leads/s  peak memory, MB',
      '1 000            40.00    25.00            1 234',
    ]);
  });
});

describe('the memory of a local cloud', () => {
  it('is read from its answer', () => {
    expect(memoryOf({ totalBytes: 7 })).toBe(7);
    expect([null, {}, { totalBytes: '7' }].map(memoryOf)).toEqual([0, 0, 0]);
  });
});
