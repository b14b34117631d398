import { readValue } from './read-value.ts';
import type { FieldValue, FieldValues } from './records.ts';
import { SalesforceRefusal } from './refusal.ts';
import { fieldOf, isSystemField } from './schema.ts';
import type { FieldDefinition, ObjectDefinition } from './schema.ts';

/** The members of a JSON object, or a refusal. */
export function jsonObject(body: unknown): Readonly<Record<string, unknown>> {
  if (typeof body === 'object' && body !== null && !Array.isArray(body))
    return body as Record<string, unknown>;
  throw new SalesforceRefusal(
    'JSON_PARSER_ERROR',
    'The HTTP entity body is required, but this request has no entity body.',
  );
}

/**
 * The values that an insert or update writes.
 *
 * @throws SalesforceRefusal for an unknown, read-only, missing or wrong field.
 */
export function readFields(object: ObjectDefinition, body: unknown, mode: 'insert' | 'update'): FieldValues {
  const given = Object.entries(jsonObject(body)).filter(([name]) => name !== 'attributes');
  const fields = given.map(([name, value]) => [writableField(object, name, mode), value] as const);
  const values = Object.fromEntries(fields.map(([field, value]) => [field.name, readValue(field, value)]));
  const complete = mode === 'insert' ? { ...defaults(object), ...values } : values;
  requireFields(object, complete, mode);
  return complete;
}

function writableField(object: ObjectDefinition, name: string, mode: 'insert' | 'update'): FieldDefinition {
  if (name === 'Id') {
    throw new SalesforceRefusal(
      'INVALID_FIELD',
      'The Id field should not be specified in the sobject data.',
      {
        fields: ['Id'],
      },
    );
  }
  const field = fieldOf(object, name);
  if (isSystemField(name) || (field?.createOnly === true && mode === 'update')) throw notWritable(name);
  if (field !== undefined) return field;
  throw new SalesforceRefusal('INVALID_FIELD', `No such column '${name}' on sobject of type ${object.name}`);
}

const notWritable = (name: string): SalesforceRefusal =>
  new SalesforceRefusal(
    'INVALID_FIELD_FOR_INSERT_UPDATE',
    `Unable to create/update fields: ${name}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`,
    { fields: [name] },
  );

const defaults = (object: ObjectDefinition): FieldValues =>
  Object.fromEntries(
    object.fields.flatMap((field): [string, FieldValue][] =>
      field.defaultValue === undefined ? [] : [[field.name, field.defaultValue]],
    ),
  );

function requireFields(object: ObjectDefinition, values: FieldValues, mode: 'insert' | 'update'): void {
  const isMissing = (field: FieldDefinition) =>
    field.required === true &&
    (mode === 'insert' ? (values[field.name] ?? null) : values[field.name]) === null;
  const missing = object.fields.filter(isMissing).map((field) => field.name);
  if (missing.length === 0) return;
  throw new SalesforceRefusal(
    'REQUIRED_FIELD_MISSING',
    `Required fields are missing: [${missing.join(', ')}]`,
    {
      fields: missing,
    },
  );
}
