import { cleanText } from '../text.ts';

/** The columns of a file of leads, and the keys of a lead in JSON. */
export const leadColumns = [
  'request_id',
  'first_name',
  'last_name',
  'company',
  'phone',
  'email',
  'time_zone',
  'language',
  'interest',
  'notes',
  'consent',
  'consent_at',
  'consent_source',
  'preferred_time',
] as const;
export type LeadColumn = (typeof leadColumns)[number];

/** One row as it was read; a column that the file lacks is undefined. */
export type LeadFields = Readonly<Record<LeadColumn, string | undefined>>;

/** Columns without which no row is accepted. */
export const requiredColumns = [
  'last_name',
  'phone',
  'interest',
  'consent',
  'consent_at',
  'consent_source',
] as const satisfies readonly LeadColumn[];

const bare = (header: string): string =>
  cleanText(header)
    .toLowerCase()
    .replace(/[\s_-]/g, '');

const columnsByBareName = new Map(leadColumns.map((column) => [bare(column), column]));

/** The column that a header names, whatever its case, spaces, underscores and dashes: `First Name`, `first-name`. */
export const matchColumn = (header: string): LeadColumn | undefined => columnsByBareName.get(bare(header));
