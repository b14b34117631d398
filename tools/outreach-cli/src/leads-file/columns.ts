import { cleanText, leadColumns, matchColumn, requiredColumns, type LeadColumn } from '@atlas-engine/domain';
import type { ReadOptions } from './read-leads.ts';
import { UnusableFileError } from './unusable-file-error.ts';

const allowed = `allowed are ${leadColumns.join(', ')}; --ignore-unknown-columns passes over others`;

/**
 * Which column each header is; undefined for one that is passed over.
 *
 * @throws UnusableFileError naming an unknown, repeated or missing column
 */
export function matchHeader(
  header: readonly string[],
  options: ReadOptions,
): readonly (LeadColumn | undefined)[] {
  const columns = header.map((name, index) => matchOne(name, options, `Column ${index + 1}`));
  const repeated = columns.find((column, index) => column !== undefined && columns.indexOf(column) !== index);
  if (repeated !== undefined)
    throw new UnusableFileError(`The column "${repeated}" stands in the file twice`);
  requireColumns(new Set(columns));
  return columns;
}

/**
 * The column of one name; undefined when there is none and unknown columns are passed over.
 *
 * @throws UnusableFileError when there is none; `place` tells where a column without a name stands
 */
export function matchOne(
  name: string,
  { ignoreUnknownColumns }: ReadOptions,
  place: string,
): LeadColumn | undefined {
  const column = matchColumn(name);
  if (column !== undefined || ignoreUnknownColumns) return column;
  const shown = cleanText(name).replaceAll(/\s+/g, ' ').slice(0, 60);
  throw new UnusableFileError(
    shown === '' ? `${place} has no name: ${allowed}` : `Unknown column "${shown}": ${allowed}`,
  );
}

/** @throws UnusableFileError naming the required columns that the file lacks */
export function requireColumns(present: ReadonlySet<LeadColumn | undefined>): void {
  const missing = requiredColumns.filter((column) => !present.has(column));
  if (missing.length > 0) {
    throw new UnusableFileError(`Missing column${missing.length > 1 ? 's' : ''}: ${missing.join(', ')}`);
  }
}
