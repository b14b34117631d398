import { sendEach, sendTogether } from './composite.ts';
import type { CompositeOutcomes, CompositeValues } from './composite.ts';
import type { CompositeParts } from './composite-request.ts';
import { openConnection } from './connection.ts';
import type { ConnectionOptions } from './connection.ts';
import { describeObject } from './describe.ts';
import type { ObjectDescription } from './describe.ts';
import { queryRecords } from './query.ts';
import type { QueryOptions, SalesforceRecord } from './query.ts';
import { createCall, getCall, updateCall } from './record-calls.ts';
import type { RecordOf, Saved, Upsert } from './record-calls.ts';
import type { FieldNameOf, FieldsOf } from './schema/typed-fields.ts';
import type { SoqlFragment } from './soql.ts';
import { upsertRecord } from './upsert-record.ts';
import type { UpsertResult } from './upsert-record.ts';

/** The CRM. Every method works within one time budget and throws a {@link SalesforceError}. */
export interface SalesforceClient {
  /** Writes a record by external id: repeating it never makes a second record. */
  upsert<O extends string>(object: O, upsert: Upsert<O>): Promise<UpsertResult>;
  /** Makes a record. Not repeated when the answer is lost: prefer {@link upsert}. */
  create<O extends string>(object: O, fields: FieldsOf<O>): Promise<Saved>;
  update<O extends string>(object: O, id: string, fields: FieldsOf<O>): Promise<void>;
  /** @throws SalesforceNotFoundError */
  get<O extends string, N extends FieldNameOf<O>>(
    object: O,
    id: string,
    fields: readonly N[],
  ): Promise<RecordOf<N>>;
  /** All records of a statement, page by page. */
  query<T>(
    statement: SoqlFragment,
    options: QueryOptions<T> & Required<Pick<QueryOptions<T>, 'schema'>>,
  ): Promise<readonly T[]>;
  query(
    statement: SoqlFragment,
    options?: { readonly maxRecords?: number },
  ): Promise<readonly SalesforceRecord[]>;
  /**
   * Up to 25 calls in one request. With allOrNone they are one transaction: the values by part, or the failure of the
   * part that took it down. Without, each part's own outcome.
   */
  composite<P extends CompositeParts>(
    parts: P,
    options: { readonly allOrNone: true },
  ): Promise<CompositeValues<P>>;
  composite<P extends CompositeParts>(
    parts: P,
    options: { readonly allOrNone: false },
  ): Promise<CompositeOutcomes<P>>;
  /** What an object has, as the logged-in user sees it. */
  describe(object: string): Promise<ObjectDescription>;
}

/**
 * Opens a client; it logs in with the first call and keeps its session between calls, so make one per process.
 *
 * @example
 * const salesforce = createSalesforceClient({ credentials: async () => parseSalesforceCredentials(await readSecret()) });
 * await salesforce.upsert('Lead', { externalId: { Atlas_Request_Id__c: 'r-1' }, fields: { LastName: 'Doe', Company: 'Example' } });
 */
export function createSalesforceClient(options: ConnectionOptions): SalesforceClient {
  const connection = openConnection(options);
  return {
    upsert: (object, upsert) => upsertRecord(connection, object, upsert),
    create: async (object, fields) => connection.send(createCall(object, fields, 'single')),
    update: async (object, id, fields) => {
      await connection.send(updateCall(object, { id, fields }, 'single'));
    },
    get: async (object, id, fields) => connection.send(getCall(object, id, fields)),
    query: <T>(statement: SoqlFragment, queryOptions: QueryOptions<T> = {}) =>
      queryRecords(connection, statement, queryOptions) as Promise<readonly T[]>,
    composite: ((parts: CompositeParts, { allOrNone }: { readonly allOrNone: boolean }) =>
      allOrNone
        ? sendTogether(connection, parts)
        : sendEach(connection, parts)) as SalesforceClient['composite'],
    describe: async (object) => describeObject(connection, object),
  };
}
