import { printPreview } from './print-preview.ts';

describe('printPreview', () => {
  it('says how many rows would be skipped, and why', () => {
    const skipped = {
      row: 1,
      requestId: null,
      decision: 'skip',
      reason: 'INVALID_PHONE',
      until: null,
      field: 'phone',
    } as const;
    const waits = {
      row: 2,
      requestId: 'lead-2',
      decision: 'wait',
      reason: 'OUTSIDE_CALLING_HOURS',
      until: '2026-11-21T15:00:00.000Z',
      field: null,
    } as const;
    const called = {
      row: 3,
      requestId: 'lead-3',
      decision: 'call',
      reason: null,
      until: null,
      field: null,
    } as const;
    const text = printPreview({
      rows: 3,
      wouldBeCalled: 1,
      wouldWait: 1,
      wouldBeSkipped: 1,
      reasons: { INVALID_PHONE: 1, OUTSIDE_CALLING_HOURS: 1 },
      results: [skipped, waits, called],
    });
    expect(text.split('\n')).toEqual([
      '1 of 3 would be skipped: 1 INVALID_PHONE',
      '1 would be called now, 1 would wait: 1 OUTSIDE_CALLING_HOURS. Nobody was called.',
      '',
      '  row 1: skip INVALID_PHONE (phone)',
      '  row 2: wait OUTSIDE_CALLING_HOURS until 2026-11-21T15:00:00.000Z',
    ]);
  });
});
