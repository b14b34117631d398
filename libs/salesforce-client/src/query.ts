import * as z from 'zod';
import type { Connection, DataCall } from './connection.ts';
import { SalesforceResponseError, SalesforceValidationError } from './errors.ts';
import type { SoqlFragment } from './soql.ts';

/** A record of a query: the selected fields, as Salesforce gives them. */
export type SalesforceRecord = Readonly<Record<string, unknown>>;

/** A zod schema, or anything that checks like one. */
export interface RecordSchema<T> {
  safeParse(value: unknown): { readonly success: true; readonly data: T } | { readonly success: false };
}

/** How a query is read. */
export interface QueryOptions<T> {
  /** Checks and types each record. */
  readonly schema?: RecordSchema<T>;
  /** Most records to read; 10,000 when absent. More is an error, never a cut: write a LIMIT to have fewer. */
  readonly maxRecords?: number;
}

/** Longest statement in characters; longer ones do not fit into an address. */
const longestStatement = 14_000;

const pageSchema = z.object({
  done: z.boolean(),
  totalSize: z.number(),
  nextRecordsUrl: z
    .string()
    .regex(/^\/services\/data\/v\d+\.0\/query\/[\w-]+$/)
    .optional(),
  records: z.array(z.record(z.string(), z.unknown())),
});
type Page = z.infer<typeof pageSchema>;

/** Reads every page of a query within one time budget. @throws SalesforceError */
export async function queryRecords<T>(
  connection: Connection,
  statement: SoqlFragment,
  { schema, maxRecords = 10_000 }: QueryOptions<T>,
): Promise<readonly (T | SalesforceRecord)[]> {
  const budget = connection.startBudget();
  const records: SalesforceRecord[] = [];
  let path: string | undefined = `/query?q=${encodeURIComponent(checked(statement.toString()))}`;
  while (path !== undefined) {
    const page: Page = await connection.send(pageCall(path), budget);
    if (page.totalSize > maxRecords) throw tooMany(page.totalSize, maxRecords);
    records.push(...page.records.map(withoutAttributes));
    path = page.done ? undefined : nextPath(page);
  }
  return schema === undefined ? records : records.map((record) => parsed(schema, record));
}

function checked(statement: string): string {
  if (statement.length <= longestStatement) return statement;
  throw new SalesforceValidationError(
    `Salesforce: SOQL: a statement may have at most ${longestStatement} characters, this has ${statement.length}.`,
    {},
  );
}

const pageCall = (path: string): DataCall<Page> => ({
  label: { name: 'query', repeatable: true },
  method: 'GET',
  path,
  read: ({ body }) => {
    const page = pageSchema.safeParse(body);
    if (page.success) return page.data;
    throw malformed('was answered with something that is no page of records');
  },
});

function nextPath({ nextRecordsUrl }: Page): string {
  if (nextRecordsUrl === undefined) throw malformed('has more records but no address for them');
  return nextRecordsUrl;
}

const withoutAttributes = (record: SalesforceRecord): SalesforceRecord =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== 'attributes'));

function parsed<T>(schema: RecordSchema<T>, record: SalesforceRecord): T {
  const result = schema.safeParse(record);
  if (result.success) return result.data;
  throw malformed('gave a record that does not fit the schema');
}

const malformed = (problem: string): SalesforceResponseError =>
  new SalesforceResponseError(`Salesforce: query ${problem}.`, {});

const tooMany = (found: number, maxRecords: number): SalesforceValidationError =>
  new SalesforceValidationError(
    `Salesforce: query found ${found} records, at most ${maxRecords} are read: write a LIMIT.`,
    {
      details: { found, maxRecords },
    },
  );
