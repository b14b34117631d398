import { printReport } from './print-report.ts';
import { exitStatusOf, reportOf, rowResult } from './row-result.ts';

const completed = rowResult({ row: 2, status: 'completed', outcome: 'ANSWERED', disposition: 'INTERESTED' });
const rejected = rowResult({ row: 1, status: 'rejected', reason: 'INVALID_PHONE', field: 'phone' });
const duplicate = rowResult({ row: 3, status: 'duplicate', reason: 'DUPLICATE_ROW' });
const parked = rowResult({ row: 4, status: 'parked', reason: 'CRM_UNAVAILABLE' });

describe('reportOf', () => {
  it('counts rows by what became of them, in the order of the file', () => {
    const report = reportOf([completed, rejected, parked, duplicate], 12.4);
    expect(report).toEqual({
      rows: 4,
      accepted: 2,
      duplicates: 1,
      rejected: 1,
      elapsedMs: 12,
      results: [rejected, completed, duplicate, parked],
    });
  });
});

describe('exitStatusOf', () => {
  it('is 0 when every row is final, and 1 when one failed or waits for a person', () => {
    const failed = rowResult({ row: 5, status: 'failed' });
    expect(exitStatusOf(reportOf([completed, rejected, duplicate], 0))).toBe(0);
    expect(exitStatusOf(reportOf([completed, parked], 0))).toBe(1);
    expect(exitStatusOf(reportOf([completed, failed], 0))).toBe(1);
    expect(exitStatusOf(reportOf([], 0))).toBe(0);
  });
});

describe('printReport', () => {
  it('says how calls ended and which rows need a look', () => {
    const known = rowResult({ ...completed, row: 5, field: 'notes', executionArn: 'arn:x' });
    const report = reportOf([completed, { ...completed, row: 6 }, rejected, duplicate, parked, known], 1550);
    const messages = new Map([[1, 'phone is empty']]);
    expect(printReport(report, messages).split('\n')).toEqual([
      '6 rows: 4 called, 1 rejected, 1 duplicate, in 1.6 s',
      '',
      '      3  ANSWERED / INTERESTED',
      '',
      'Rows to look at:',
      '  row 1: rejected INVALID_PHONE (phone) phone is empty',
      '  row 3: duplicate DUPLICATE_ROW',
      '  row 4: parked CRM_UNAVAILABLE',
      '  row 5: completed (notes) the request was taken in earlier with another value, which counts',
    ]);
  });

  it('is one line when there are no rows', () => {
    expect(printReport(reportOf([], 0), new Map()).trim()).toBe(
      '0 rows: 0 called, 0 rejected, 0 duplicates, in 0.0 s',
    );
  });
});
