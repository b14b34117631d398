import type { DataAnswer, DataRequest } from './data-request.ts';
import { fieldKey } from './index-keys.ts';
import { objectOf } from './org.ts';
import type { Org } from './org.ts';
import { jsonObject } from './read-fields.ts';
import { readValue } from './read-value.ts';
import { longRecordId } from './record-id.ts';
import type { FieldValue, StoredRecord } from './records.ts';
import { notFound, SalesforceRefusal } from './refusal.ts';
import { fieldInQuery, fieldOf, systemFields } from './schema.ts';
import type { FieldDefinition, ObjectDefinition } from './schema.ts';
import { insertRecord, updateRecord } from './write-records.ts';

type Resource = (org: Org, request: DataRequest) => DataAnswer;

const saved = (id: string, created?: boolean) => ({
  id,
  success: true,
  errors: [],
  ...(created === undefined ? {} : { created }),
});

const location = (request: DataRequest, object: ObjectDefinition, id: string) => ({
  Location: `${request.apiBase}/sobjects/${object.name}/${id}`,
});

/** `POST /sobjects/{object}` */
export const createRecord: Resource = (org, request) => {
  const object = objectOf(org, segment(request, 1));
  const record = insertRecord({ org, object, request }, request.body);
  return { status: 201, body: saved(record.Id), headers: location(request, object, record.Id) };
};

/** `GET /sobjects/{object}/{id}?fields=` */
export const getRecord: Resource = (org, request) => {
  const object = objectOf(org, segment(request, 1));
  const record = recordById(org, object, segment(request, 2));
  return { status: 200, body: recordBody(request, object, record) };
};

/** `PATCH /sobjects/{object}/{id}` */
export const updateRecordById: Resource = (org, request) => {
  const object = objectOf(org, segment(request, 1));
  const record = recordById(org, object, segment(request, 2));
  updateRecord({ org, object, request }, record, request.body);
  return { status: 204 };
};

/** `GET /sobjects/{object}/{field}/{value}` */
export const getByExternalId: Resource = (org, request) => {
  const { object, matches } = byExternalId(org, request);
  const [record] = matches;
  if (record === undefined) throw notFound();
  if (matches.length > 1) return severalMatches(request, object, matches);
  return { status: 200, body: recordBody(request, object, record) };
};

/** `PATCH /sobjects/{object}/{field}/{value}`: insert or update by external id. */
export const upsertRecord: Resource = (org, request) => {
  const { object, field, matches, value } = byExternalId(org, request);
  if (field.name in jsonObject(request.body)) {
    const detail = `The ${field.name} field should not be specified in the sobject data.`;
    throw new SalesforceRefusal('INVALID_FIELD', detail, { fields: [field.name] });
  }
  if (matches.length > 1) return severalMatches(request, object, matches);
  const write = { org, object, request };
  const [record] = matches;
  if (record !== undefined) {
    updateRecord(write, record, request.body);
    return request.version < 46 ? { status: 204 } : { status: 200, body: saved(record.Id, false) };
  }
  if (request.query.get('updateOnly') === 'true') throw notFound();
  const created = insertRecord(write, request.body, { [field.name]: value });
  return { status: 201, body: saved(created.Id, true), headers: location(request, object, created.Id) };
};

const segment = (request: DataRequest, index: number): string => request.segments[index] ?? '';

function recordById(org: Org, object: ObjectDefinition, text: string): StoredRecord {
  if (!/^[0-9A-Za-z]{15}(?:[0-9A-Za-z]{3})?$/.test(text)) throw unknownExternalId(text);
  const id = longRecordId(text);
  if (id === undefined) throw new SalesforceRefusal('MALFORMED_ID', `malformed id ${text}`, { fields: [] });
  const record = org.records.get(object.name, id);
  if (record === undefined) throw notFound();
  return record;
}

const unknownExternalId = (name: string): SalesforceRefusal =>
  notFound(`Provided external ID field does not exist or is not accessible: ${name}`);

interface ExternalIdMatches {
  readonly object: ObjectDefinition;
  readonly field: FieldDefinition;
  readonly value: FieldValue;
  readonly matches: readonly StoredRecord[];
}

function byExternalId(org: Org, request: DataRequest): ExternalIdMatches {
  const object = objectOf(org, segment(request, 1));
  const name = segment(request, 2);
  const field = fieldOf(object, name);
  if (field?.externalId !== true) throw unknownExternalId(name);
  const value = readValue(field, field.type === 'Number' ? Number(segment(request, 3)) : segment(request, 3));
  if (typeof value !== 'string' && typeof value !== 'number') throw notFound();
  const found = org.records.withKey(object.name, fieldKey(field, value));
  const matches = found.flatMap((id) => org.records.get(object.name, id) ?? []);
  return { object, field, value, matches };
}

const severalMatches = (
  request: DataRequest,
  object: ObjectDefinition,
  matches: readonly StoredRecord[],
): DataAnswer => ({
  status: 300,
  body: matches.map(({ Id }) => `${request.apiBase}/sobjects/${object.name}/${Id}`),
});

function recordBody(request: DataRequest, object: ObjectDefinition, record: StoredRecord) {
  const wanted = request.query.get('fields');
  const names =
    wanted === null ? everyField(object) : wanted.split(',').map((name) => queryable(object, name.trim()));
  const attributes = { type: object.name, url: `${request.apiBase}/sobjects/${object.name}/${record.Id}` };
  const values = [...names, 'Id'].map((name) => [name, record[name] ?? null]);
  return { attributes, ...(Object.fromEntries(values) as Record<string, FieldValue>) };
}

const everyField = (object: ObjectDefinition): readonly string[] =>
  [...systemFields, ...object.fields].map(({ name }) => name);

function queryable(object: ObjectDefinition, name: string): string {
  const field = fieldInQuery(object, name);
  if (field !== undefined) return field.name;
  throw new SalesforceRefusal('INVALID_FIELD', `No such column '${name}' on sobject of type ${object.name}`);
}
