import { allowsDuplicates } from './data-request.ts';
import type { DataRequest } from './data-request.ts';
import { checkDuplicates } from './duplicate-rule.ts';
import { fieldKey } from './index-keys.ts';
import type { Org } from './org.ts';
import { readFields } from './read-fields.ts';
import type { FieldValues, StoredRecord } from './records.ts';
import { SalesforceRefusal } from './refusal.ts';
import type { ObjectDefinition } from './schema.ts';

interface Write {
  readonly org: Org;
  readonly object: ObjectDefinition;
  readonly request: DataRequest;
}

/** Validates and inserts. `key` is the external id of an upsert. @throws SalesforceRefusal */
export function insertRecord(write: Write, body: unknown, key: FieldValues = {}): StoredRecord {
  const values = { ...readFields(write.object, body, 'insert'), ...key };
  checkWrite(write, values);
  return write.org.records.insert(write.object, values);
}

/** Validates and updates. @throws SalesforceRefusal */
export function updateRecord(write: Write, record: StoredRecord, body: unknown): StoredRecord {
  const changes = readFields(write.object, body, 'update');
  checkWrite(write, { ...record, ...changes }, record);
  return write.org.records.update(write.object, record, changes);
}

function checkWrite(write: Write, values: FieldValues, before?: StoredRecord): void {
  checkReferences(write, values);
  checkUnique(write, values, before?.Id);
  if (write.object.name !== 'Lead') return;
  const { org, request } = write;
  const allowSave = allowsDuplicates(request.headers);
  const check = { records: org.records, action: org.leadDuplicates, allowSave, apiBase: request.apiBase };
  checkDuplicates(check, values, before);
}

function checkReferences({ org, object }: Write, values: FieldValues): void {
  for (const field of object.fields.filter(({ type }) => type === 'Lookup')) {
    const id = values[field.name];
    const exists = (target: string) => typeof id === 'string' && org.records.get(target, id) !== undefined;
    if (typeof id === 'string' && !(field.references ?? []).some(exists)) {
      throw new SalesforceRefusal('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', {
        fields: [],
      });
    }
  }
}

function checkUnique({ org, object }: Write, values: FieldValues, ownId: string | undefined): void {
  for (const field of object.fields.filter(({ unique }) => unique === true)) {
    const value = values[field.name];
    if (typeof value !== 'string' && typeof value !== 'number') continue;
    const other = org.records.withKey(object.name, fieldKey(field, value)).find((id) => id !== ownId);
    if (other === undefined) continue;
    const detail = `duplicate value found: ${field.name} duplicates value on record with id: ${other.slice(0, 15)}`;
    throw new SalesforceRefusal('DUPLICATE_VALUE', detail, { fields: [] });
  }
}
