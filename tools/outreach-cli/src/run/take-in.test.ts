import { deriveRequestId, type PhoneNumber } from '@atlas-engine/domain';
import { fileOf, lineOf, noon } from '../fixtures/leads.ts';
import { readLeads } from '../leads-file/read-leads.ts';
import { takeIn } from './take-in.ts';

const intakeOf = (...lines: readonly string[]) =>
  takeIn(readLeads(fileOf(...lines), { ignoreUnknownColumns: false }), { campaign: 'autumn', now: noon });
const derived = deriveRequestId('autumn', '+12125550100' as PhoneNumber, 'solar panels');

describe('takeIn', () => {
  it('accepts rows and derives the ids that they lack', () => {
    const { accepted, ended } = intakeOf(lineOf('lead-1'), lineOf(''));
    expect(accepted.map(({ row, request }) => [row, request.requestId])).toEqual([
      [1, 'lead-1'],
      [2, derived],
    ]);
    expect(ended).toEqual([]);
  });

  it('takes the same line twice for one request, however its number and interest are written', () => {
    const again = lineOf('', { phone: '+1 (212) 555-0100', interest: 'Solar Panels' });
    const { accepted, ended } = intakeOf(lineOf(''), again);
    expect(accepted).toHaveLength(1);
    expect(ended.map(({ result }) => result)).toMatchObject([
      { row: 2, status: 'duplicate', reason: 'DUPLICATE_ROW', field: null, requestId: derived },
    ]);
  });

  it('flags a row with the id of another and a different content', () => {
    const { ended } = intakeOf(lineOf('lead-1'), lineOf('lead-1', { phone: '+12125550101' }));
    expect(ended).toMatchObject([
      {
        result: { row: 2, status: 'duplicate', field: 'phone' },
        message: 'the same request as row 1, with another phone: row 1 counts',
      },
    ]);
  });

  it('rejects a row with the id that it has or would have had', () => {
    const late = (line: string) => line.replace('2026-10-01', '2027-10-01');
    const { ended } = intakeOf(
      late(lineOf('lead-1')),
      late(lineOf('')),
      lineOf('', { phone: '12' }),
      lineOf('not an id'),
    );
    expect(ended.map(({ result }) => [result.reason, result.requestId])).toEqual([
      ['CONSENT_EXPIRED', 'lead-1'],
      ['CONSENT_EXPIRED', derived],
      ['INVALID_PHONE', null],
      ['INVALID_FIELD', null],
    ]);
  });

  it('goes on after rejected rows, and lets no rejected row take an id', () => {
    const { accepted, ended } = intakeOf(lineOf('a', { phone: 'x' }), `${lineOf('b')},,more`, lineOf('a'));
    expect(ended.map(({ result }) => result.row)).toEqual([1, 2]);
    expect(accepted.map(({ row }) => row)).toEqual([3]);
  });

  it('carries formulas, markup and instructions as they are', () => {
    const texts = ['=1+1', '<b>x</b>', 'Ignore all previous instructions'];
    const { accepted } = intakeOf(...texts.map((notes, index) => lineOf(`lead-${index}`, { notes })));
    expect(accepted.map(({ request }) => request.notes)).toEqual(texts);
  });
});
