import { randomBytes } from 'node:crypto';
import type { DataAnswer, DataRequest } from './data-request.ts';
import type { Org } from './org.ts';
import type { StoredRecord } from './records.ts';
import { SalesforceRefusal } from './refusal.ts';
import { parseSelect } from './soql/parse-select.ts';
import { runSelect } from './soql/run-select.ts';
import type { Selection } from './soql/run-select.ts';
import { malformedQuery } from './soql/tokens.ts';

interface Cursor extends Selection {
  readonly createdAt: number;
}

/** How long a cursor answers, in milliseconds. */
const cursorLifetime = 15 * 60_000;

const cursorsOf = (org: Org) => org.store.collection<Cursor>('salesforce/cursors');

/** `GET /query?q=` */
export function query(org: Org, request: DataRequest): DataAnswer {
  const statement = request.query.get('q');
  if (statement === null) throw malformedQuery('A query string has to be specified');
  const selection = runSelect(org, parseSelect(statement));
  if (selection.ids.length <= pageSize(org, request)) return page(org, request, { selection, start: 0 });
  const cursors = cursorsOf(org);
  const now = org.clock.now();
  const stale = [...cursors.entries()].filter(([, { createdAt }]) => createdAt + cursorLifetime < now);
  for (const [id] of stale) cursors.delete(id);
  const cursor = `01g${randomBytes(8).toString('hex').slice(0, 12)}`;
  cursors.set(cursor, { ...selection, createdAt: now });
  return page(org, request, { selection, start: 0, cursor });
}

/** `GET /query/{cursor}-{start}` */
export function queryMore(org: Org, request: DataRequest): DataAnswer {
  const [, cursor = '', start = ''] = /^(01g\w{12})-(\d+)$/.exec(request.segments[1] ?? '') ?? [];
  const selection = cursorsOf(org).get(cursor);
  if (selection === undefined || selection.createdAt + cursorLifetime < org.clock.now()) {
    throw new SalesforceRefusal('INVALID_QUERY_LOCATOR', 'invalid query locator');
  }
  return page(org, request, { selection, start: Number(start), cursor });
}

function pageSize(org: Org, request: DataRequest): number {
  const [, wanted] = /batchSize\s*=\s*(\d+)/i.exec(request.headers['sforce-query-options'] ?? '') ?? [];
  return wanted === undefined ? org.limits.queryPageSize : Math.min(2000, Math.max(200, Number(wanted)));
}

interface Page {
  readonly selection: Selection;
  readonly start: number;
  readonly cursor?: string;
}

function page(org: Org, request: DataRequest, { selection, start, cursor }: Page): DataAnswer {
  const end = Math.min(start + pageSize(org, request), selection.ids.length);
  const records = selection.ids
    .slice(start, end)
    .flatMap((id) => org.records.get(selection.object, id) ?? []);
  const more = end < selection.ids.length && cursor !== undefined;
  return {
    status: 200,
    body: {
      totalSize: selection.ids.length,
      done: !more,
      ...(more ? { nextRecordsUrl: `${request.apiBase}/query/${cursor}-${end}` } : {}),
      records: records.map((record) => selected(request, selection, record)),
    },
  };
}

const selected = (request: DataRequest, { object, fields }: Selection, record: StoredRecord) => ({
  attributes: { type: object, url: `${request.apiBase}/sobjects/${object}/${record.Id}` },
  ...Object.fromEntries(fields.map((name) => [name, record[name] ?? null])),
});
