import type { DataAnswer, DataRequest } from './data-request.ts';
import { describeObject } from './describe.ts';
import type { Org } from './org.ts';
import { query, queryMore } from './query.ts';
import {
  createRecord,
  getByExternalId,
  getRecord,
  updateRecordById,
  upsertRecord,
} from './record-resources.ts';
import { notSupported, SalesforceRefusal } from './refusal.ts';

type Handle = (org: Org, request: DataRequest) => DataAnswer;

interface Resource {
  readonly operation: string;
  readonly method: string;
  /** Segments behind the version; `*` stands for any. */
  readonly pattern: readonly string[];
  readonly handle: Handle;
}

/** The resources that stand alone or in a composite. `describe` comes before the record that would swallow it. */
const resources: readonly Resource[] = [
  {
    operation: 'describeObject',
    method: 'GET',
    pattern: ['sobjects', '*', 'describe'],
    handle: describeObject,
  },
  { operation: 'createRecord', method: 'POST', pattern: ['sobjects', '*'], handle: createRecord },
  { operation: 'getRecord', method: 'GET', pattern: ['sobjects', '*', '*'], handle: getRecord },
  { operation: 'updateRecord', method: 'PATCH', pattern: ['sobjects', '*', '*'], handle: updateRecordById },
  {
    operation: 'getByExternalId',
    method: 'GET',
    pattern: ['sobjects', '*', '*', '*'],
    handle: getByExternalId,
  },
  { operation: 'upsertRecord', method: 'PATCH', pattern: ['sobjects', '*', '*', '*'], handle: upsertRecord },
  { operation: 'query', method: 'GET', pattern: ['query'], handle: query },
  { operation: 'queryMore', method: 'GET', pattern: ['query', '*'], handle: queryMore },
];

type Target = Pick<DataRequest, 'method' | 'segments'>;

const fits = ({ pattern }: Resource, segments: readonly string[]): boolean =>
  pattern.length === segments.length &&
  pattern.every((part, index) => part === '*' || part === segments[index]);

/** The operation a request asks for, or undefined when the double does not know it. */
export const operationNamed = ({ method, segments }: Target): string | undefined =>
  resources.find((resource) => resource.method === method && fits(resource, segments))?.operation;

/** Answers one request; what it changed is taken back when it is refused. @throws SalesforceRefusal */
export function dispatch(org: Org, request: DataRequest): DataAnswer {
  const candidates = resources.filter((resource) => fits(resource, request.segments));
  const resource = candidates.find(({ method }) => method === request.method);
  if (resource !== undefined) return org.records.atomically(() => resource.handle(org, request));
  const what = `${request.method} ${request.apiBase}/${request.segments.join('/')}`;
  if (candidates.length === 0 || request.method === 'DELETE') throw notSupported(what);
  const allowed = candidates.map(({ method }) => method).join(',');
  const detail = `HTTP Method '${request.method}' not allowed. Allowed are ${allowed}`;
  throw new SalesforceRefusal('METHOD_NOT_ALLOWED', detail, { status: 405 });
}
