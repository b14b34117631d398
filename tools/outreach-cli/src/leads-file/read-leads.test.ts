import { requiredColumns } from '@atlas-engine/domain';
import * as fc from 'fast-check';
import { readLeads, type ReadOptions } from './read-leads.ts';
import { UnusableFileError } from './unusable-file-error.ts';

const strict: ReadOptions = { ignoreUnknownColumns: false };
const header = requiredColumns.join(',');
const read = (text: string, options = strict) => readLeads(Buffer.from(text), options);
const sample = ['Example', '+12125550100', 'solar', 'yes', '2026-10-01', 'web'];
const named = (fields: readonly string[]) =>
  Object.fromEntries(requiredColumns.map((column, index) => [column, fields[index]]));

describe('readLeads with CSV', () => {
  it('reads rows and counts them from 1', () => {
    const rows = read(`${header}\n${sample.join(',')}\n${sample.join(',')}`);
    expect(rows).toEqual([
      { row: 1, fields: named(sample) },
      { row: 2, fields: named(sample) },
    ]);
  });

  it.each([
    ['First Name', 'first_name'],
    ['FIRSTNAME', 'first_name'],
    ['first_name ', 'first_name'],
    ['Time Zone', 'time_zone'],
  ])('knows the column "%s"', (name, column) => {
    const [row] = read(`${name},${header}\nAda,${sample.join(',')}`);
    expect(row?.fields).toHaveProperty(column, 'Ada');
  });

  it('reads a file without rows', () => {
    expect(read(`${header}\r\n`)).toEqual([]);
  });

  it('passes over lines without any value', () => {
    expect(read(`\r\n \n${header}\r\n\r\n,,,,,\r\n${sample.join(',')}\r\n\r\n`)).toHaveLength(1);
  });

  it('takes fields that are missing or empty at the end of a row', () => {
    expect(read(`${header},notes\n${sample.join(',')}\n${sample.join(',')},,,,`)).toEqual([
      { row: 1, fields: { ...named(sample), notes: '' } },
      { row: 2, fields: { ...named(sample), notes: '' } },
    ]);
  });

  it('reports a row with too many fields and goes on', () => {
    const [first, second] = read(`${header}\n${sample.join(',')},more\n${sample.join(',')}`);
    expect(first).toEqual({ row: 1, fields: {}, problem: 'has 7 fields, the header has 6' });
    expect(second?.problem).toBeUndefined();
  });

  it.each([
    ['an unknown column', `colour,${header}`, 'Unknown column "colour"'],
    ['a column without a name', `${header},`, 'Column 7 has no name'],
    ['a repeated column', `${header},Last Name`, 'The column "last_name" stands in the file twice'],
    ['a missing column', header.replace('phone,', ''), 'Missing column: phone'],
    ['missing columns', 'last_name,interest,consent,consent_at', 'Missing columns: phone, consent_source'],
    ['an empty file', ' \r\n', 'The file is empty'],
    ['an open quote', `${header}\n"Example,1`, 'Not a CSV file: quote not closed in line 2'],
    ['a quote amid a field', `${header}\n5" pipe,1`, 'Not a CSV file: invalid opening quote in line 2'],
    ['a JSON array', '[{"phone":"1"}]', 'The file is a JSON array'],
  ])('refuses %s', (_, text, message) => {
    expect(() => read(text)).toThrow(UnusableFileError);
    expect(() => read(text)).toThrow(message);
  });

  it('takes nothing of the text into the message on broken quotes', () => {
    expect(() => read(`${header}\nAda"lace,+12125550100`)).toThrow(/^(?!.*(?:Ada|2125550100))/);
  });

  it('passes over unknown columns when told to', () => {
    const rows = read(`colour,${header},\nred,${sample.join(',')},x`, { ignoreUnknownColumns: true });
    expect(rows).toEqual([{ row: 1, fields: named(sample) }]);
  });

  it('gives back what was written, whatever the fields, separator, line end, quotes and byte order mark', () => {
    const field = fc.string({
      unit: fc.constantFrom('a', ' ', '"', ';', ',', '\t', '\r', '\n', "'", '=', '<', 'é', '😀'),
    });
    const row = fc
      .tuple(fc.constant('x'), ...requiredColumns.slice(1).map(() => field))
      .map((fields) => [...fields]);
    const form = fc.record({
      separator: fc.constantFrom(',', ';', '\t'),
      lineEnd: fc.constantFrom('\r\n', '\n', '\r'),
      mark: fc.constantFrom('', '\uFEFF'),
      lastEnd: fc.boolean(),
      quoteAll: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 5 }), form, (rows, { separator, lineEnd, ...rest }) => {
        const quote = (text: string) =>
          rest.quoteAll || /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
        const lines = [[...requiredColumns], ...rows].map((fields) => fields.map(quote).join(separator));
        const text = rest.mark + lines.join(lineEnd) + (rest.lastEnd ? lineEnd : '');
        expect(read(text)).toEqual(rows.map((fields, index) => ({ row: index + 1, fields: named(fields) })));
      }),
      { numRuns: 500 },
    );
  });
});

describe('readLeads with JSON lines', () => {
  const object = named(sample);

  it('reads objects, names without case, and values of other types as text', () => {
    const rows = read(
      `\n${JSON.stringify({ ...object, 'First Name': null, Consent: undefined, notes: 7 })}\r\n`,
    );
    expect(rows).toEqual([{ row: 1, fields: { ...object, first_name: '', notes: '7' } }]);
  });

  it.each([
    ['{"last_name":', 'is not JSON'],
    ['["a"]', 'is not a JSON object'],
    ['{"last_name":"a","Last Name":"b"}', 'has last_name twice'],
  ])('reports the line %s and goes on', (line, problem) => {
    const rows = read(`${JSON.stringify(object)}\n${line}\n${JSON.stringify(object)}`);
    expect(rows.map((row) => row.problem)).toEqual([undefined, problem, undefined]);
  });

  it('refuses an unknown name, and a required one that no row has', () => {
    expect(() => read(JSON.stringify({ ...object, __proto__x: 1 }))).toThrow('Unknown column "__proto__x"');
    expect(() => read(JSON.stringify({ ...object, '': 1 }))).toThrow('A field of row 1 has no name');
    expect(() => read('{"last_name":"a"}')).toThrow('Missing columns: phone');
  });

  it('gives back what was written', () => {
    const texts = fc.record(
      Object.fromEntries(requiredColumns.map((column) => [column, fc.string({ unit: 'grapheme' })])),
    );
    fc.assert(
      fc.property(fc.array(texts, { minLength: 1 }), (objects) => {
        const rows = read(objects.map((each) => JSON.stringify(each)).join('\n'));
        expect(rows).toEqual(objects.map((fields, index) => ({ row: index + 1, fields: { ...fields } })));
      }),
    );
  });
});
