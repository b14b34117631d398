import type { LeadColumn } from '@atlas-engine/domain';
import { decode } from './decode.ts';
import { readCsv } from './read-csv.ts';
import { readJsonLines, refuseJsonArray } from './read-json-lines.ts';
import { UnusableFileError } from './unusable-file-error.ts';

/** A row as it stands in the file. `row` counts from 1, without the header and without empty lines. */
export interface LeadRow {
  readonly row: number;
  readonly fields: Readonly<Partial<Record<LeadColumn, string>>>;
  /** Set when the row itself is broken, e.g. a line that is not JSON; other rows go on. */
  readonly problem?: string;
}

export interface ReadOptions {
  readonly ignoreUnknownColumns: boolean;
}

/**
 * Reads leads from CSV (RFC 4180; comma, semicolon or tab; any line ends; quoted newlines) or JSON lines: the
 * first character tells which.
 *
 * @throws UnusableFileError for an empty file, an unknown or missing column, or broken quoting
 */
export function readLeads(bytes: Uint8Array, options: ReadOptions): readonly LeadRow[] {
  const text = decode(bytes);
  if (text.trim() === '') throw new UnusableFileError('The file is empty');
  refuseJsonArray(text);
  return text.trimStart().startsWith('{') ? readJsonLines(text, options) : readCsv(text, options);
}
