import { CsvError, parse } from 'csv-parse/sync';
import { matchHeader } from './columns.ts';
import type { LeadRow, ReadOptions } from './read-leads.ts';
import { UnusableFileError } from './unusable-file-error.ts';

const delimiters = [',', ';', '\t'] as const;

/** The delimiter that the header uses most, outside quotes. */
function delimiterOf(text: string): string {
  const header = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text)?.[0].replaceAll(/"(?:[^"]|"")*"/g, '') ?? '';
  const count = (delimiter: string) => header.split(delimiter).length;
  return delimiters.toSorted((a, b) => count(b) - count(a))[0] ?? ',';
}

/**
 * CSV as RFC 4180 has it, a header first. Lines without any value are no rows.
 *
 * @throws UnusableFileError for an unknown, repeated or missing column, or broken quoting: rows would run into each other
 */
export function readCsv(text: string, options: ReadOptions): readonly LeadRow[] {
  const [header = [], ...lines] = parseLines(text.replace(/^(?:[^\S\r\n]*(?:\r\n|\n|\r))+/, ''));
  const columns = matchHeader(header, options);
  return lines.map((line, index) => toRow(line, index + 1, columns));
}

function parseLines(text: string): readonly string[][] {
  try {
    return parse(text, {
      delimiter: delimiterOf(text),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
    });
  } catch (error) {
    if (error instanceof CsvError) throw new UnusableFileError(`Not a CSV file: ${withoutContent(error)}`);
    throw error;
  }
}

/** The parser's messages repeat what stands in the file, which may be personal. */
const withoutContent = ({ code, lines }: CsvError & { readonly lines?: number }): string =>
  `${code.replace('CSV_', '').replaceAll('_', ' ').toLowerCase()}${lines === undefined ? '' : ` in line ${lines}`}`;

/** Spreadsheets leave empty fields away at a row's end, or add some; anything else that is too much is a broken row. */
function toRow(line: readonly string[], row: number, columns: ReturnType<typeof matchHeader>): LeadRow {
  if (line.slice(columns.length).some((field) => field.trim() !== '')) {
    return { row, fields: {}, problem: `has ${line.length} fields, the header has ${columns.length}` };
  }
  const fields = columns.flatMap((column, index) =>
    column === undefined ? [] : [[column, line[index] ?? '']],
  );
  return { row, fields: Object.fromEntries(fields) as LeadRow['fields'] };
}
