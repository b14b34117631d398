import type { LeadColumn } from '@atlas-engine/domain';
import { matchOne, requireColumns } from './columns.ts';
import type { LeadRow, ReadOptions } from './read-leads.ts';
import { UnusableFileError } from './unusable-file-error.ts';

/**
 * One object a line. A line that is not one is a row with a problem; an unknown name is as an unknown column.
 *
 * @throws UnusableFileError for an unknown name, or a required one that no row has
 */
export function readJsonLines(text: string, options: ReadOptions): readonly LeadRow[] {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  const rows = lines.map((line, index) => toRow(line, index + 1, options));
  const sound = rows.filter((row) => row.problem === undefined);
  if (sound.length > 0) requireColumns(columnsOf(sound));
  return rows;
}

/** A column that no row has is missing from the file, as it would be from a CSV header. */
const columnsOf = (rows: readonly LeadRow[]): ReadonlySet<LeadColumn> =>
  new Set(rows.flatMap(({ fields }) => Object.keys(fields) as LeadColumn[]));

function toRow(line: string, row: number, options: ReadOptions): LeadRow {
  const value = parseObject(line);
  if (typeof value === 'string') return { row, fields: {}, problem: value };
  const fields = new Map<LeadColumn, string>();
  for (const [name, field] of Object.entries<unknown>({ ...value })) {
    const column = matchOne(name, options, `A field of row ${row}`);
    if (column === undefined) continue;
    if (fields.has(column)) return { row, fields: {}, problem: `has ${column} twice` };
    fields.set(column, textOf(field));
  }
  return { row, fields: Object.fromEntries(fields) };
}

function parseObject(line: string): object | string {
  try {
    const value: unknown = JSON.parse(line);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? value : 'is not a JSON object';
  } catch {
    return 'is not JSON';
  }
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** @throws UnusableFileError for a JSON array, which is not one object a line */
export function refuseJsonArray(text: string): void {
  if (/^\s*\[\s*[{\]]/.test(text)) {
    throw new UnusableFileError('The file is a JSON array: write one JSON object a line instead');
  }
}
