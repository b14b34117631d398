import type { FieldDefinition, ObjectDefinition } from './schema.ts';
import type { FieldValue, FieldValues } from './records.ts';

/** The key under which a record with this value of an external-id or unique field is found. */
export const fieldKey = (field: FieldDefinition, value: string | number): string => {
  const text = String(value);
  return `${field.name}=${field.caseSensitive === true ? text : text.toLowerCase()}`;
};

const isKey = (value: FieldValue | undefined): value is string | number =>
  typeof value === 'string' || typeof value === 'number';

/** Keys of the matching rule: the same e-mail, or the same phone and last name. */
export function matchKeys(record: FieldValues): readonly string[] {
  const email = textOf(record['Email']);
  const phone = textOf(record['Phone']).replace(/\D/g, '');
  const lastName = textOf(record['LastName']);
  return [
    ...(email === '' ? [] : [`match:email=${email}`]),
    ...(phone === '' || lastName === '' ? [] : [`match:phone=${phone},name=${lastName}`]),
  ];
}

const textOf = (value: FieldValue | undefined): string =>
  typeof value === 'string' ? value.toLowerCase() : '';

/** Every key of a record: its external ids, its unique values, and for a lead what the matching rule looks at. */
export function indexKeys(object: ObjectDefinition, record: FieldValues): readonly string[] {
  const keys = object.fields.flatMap((field) => {
    const value = record[field.name];
    const indexed = field.externalId === true || field.unique === true;
    return indexed && isKey(value) ? [fieldKey(field, value)] : [];
  });
  return object.name === 'Lead' ? [...keys, ...matchKeys(record)] : keys;
}
