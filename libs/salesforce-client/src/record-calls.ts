import * as z from 'zod';
import type { DataCall } from './connection.ts';
import { SalesforceResponseError, SalesforceValidationError } from './errors.ts';
import type { ExternalIdOf, FieldNameOf, FieldsOf } from './schema/typed-fields.ts';
import { checkName, pathSegment, writeFields } from './write-fields.ts';
import type { Envelope } from './write-fields.ts';

/** What an upsert writes. */
export interface Upsert<O extends string> {
  /** One external id field with its value. */
  readonly externalId: ExternalIdOf<O>;
  readonly fields: FieldsOf<O>;
  /** Fields that only an insert takes, such as `TaskSubtype`; left out when Salesforce refuses them on an update. */
  readonly onCreate?: FieldsOf<O>;
  /** Writes the record although an alerting duplicate rule knows one like it. */
  readonly allowDuplicates?: boolean;
}

/** A record that was written. */
export interface Saved {
  readonly id: string;
  /** Whether the record is new. */
  readonly created: boolean;
}

/** The value of a field that was read. */
export type FieldValue = string | number | boolean | null;
/** A record that was read: the fields asked for and its id. */
export type RecordOf<N extends string> = Readonly<Record<N | 'Id', FieldValue>>;

/** A call as data, alone or as part of a composite. `withoutCreateFields` is the same call for an update. */
export interface RecordCall<T> extends DataCall<T> {
  readonly createFields: readonly string[];
}

const savedSchema = z.object({ id: z.string().min(1), created: z.boolean().optional() });

/** @throws SalesforceResponseError when an answer to a write carries no id */
function readSaved(name: string, body: unknown): z.infer<typeof savedSchema> {
  const parsed = savedSchema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new SalesforceResponseError(`Salesforce: ${name} was answered without the record's id.`, {});
}

const duplicateHeader = { 'sforce-duplicate-rule-header': 'allowSave=true' };

/** `PATCH` by external id: may be repeated. An empty answer (API before 46) reads as undefined. */
export function upsertCall<O extends string>(object: O, upsert: Upsert<O>, envelope: Envelope) {
  const name = `upsert ${object}`;
  const [field, value] = externalIdOf(name, upsert.externalId);
  const onCreate = writeFields(object, upsert.onCreate ?? {}, envelope);
  return {
    label: { name, object, repeatable: true },
    method: 'PATCH',
    path: `/sobjects/${checkName(object)}/${checkName(field)}/${pathSegment(field, value)}`,
    body: { ...writeFields(object, upsert.fields, envelope), ...onCreate },
    createFields: Object.keys(onCreate),
    ...(upsert.allowDuplicates === true ? { headers: duplicateHeader } : {}),
    read: ({ status, body }): Saved | undefined => {
      if (status === 204) return undefined;
      const { id, created = status === 201 } = readSaved(name, body);
      return { id, created };
    },
  } satisfies RecordCall<Saved | undefined>;
}

function externalIdOf(name: string, externalId: object): readonly [string, string] {
  const [entry, ...others] = Object.entries(externalId);
  if (entry !== undefined && others.length === 0) return [entry[0], String(entry[1])];
  throw new SalesforceValidationError(`Salesforce: ${name}: externalId must name exactly one field.`, {});
}

/** `POST`: must not be repeated unless it was refused. */
export function createCall<O extends string>(object: O, fields: FieldsOf<O>, envelope: Envelope) {
  const name = `create ${object}`;
  return {
    label: { name, object, repeatable: false },
    method: 'POST',
    path: `/sobjects/${checkName(object)}`,
    body: writeFields(object, fields, envelope),
    createFields: [],
    read: ({ body }): Saved => ({ id: readSaved(name, body).id, created: true }),
  } satisfies RecordCall<Saved>;
}

/** `PATCH` by id: sets the same values however often it is sent. */
export function updateCall<O extends string>(
  object: O,
  update: { readonly id: string; readonly fields: FieldsOf<O> },
  envelope: Envelope,
) {
  const { id, fields } = update;
  return {
    label: { name: `update ${object}`, object, repeatable: true },
    method: 'PATCH',
    path: `/sobjects/${checkName(object)}/${pathSegment('Id', id)}`,
    body: writeFields(object, fields, envelope),
    createFields: [],
    read: (): Saved => ({ id, created: false }),
  } satisfies RecordCall<Saved>;
}

/** `GET` by id. */
export function getCall<O extends string, N extends FieldNameOf<O>>(
  object: O,
  id: string,
  fields: readonly N[],
) {
  const names = [...new Set<string>([...fields, 'Id'])].map(checkName);
  return {
    label: { name: `get ${object}`, object, repeatable: true },
    method: 'GET',
    path: `/sobjects/${checkName(object)}/${pathSegment('Id', id)}?fields=${names.join(',')}`,
    createFields: [],
    read: ({ body }): RecordOf<N> => readRecord(object, names, body),
  } satisfies RecordCall<RecordOf<N>>;
}

const recordSchema = z.record(z.string(), z.unknown());
const fieldValueSchema = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** @throws SalesforceResponseError when a field is missing or no plain value */
function readRecord(
  object: string,
  names: readonly string[],
  body: unknown,
): Readonly<Record<string, FieldValue>> {
  const record = recordSchema.safeParse(body).data ?? {};
  const values = names.map((name) => {
    const value = fieldValueSchema.safeParse(record[name]);
    if (value.success) return [name, value.data] as const;
    throw new SalesforceResponseError(`Salesforce: get ${object} was answered without ${name}.`, {});
  });
  return Object.fromEntries(values);
}
