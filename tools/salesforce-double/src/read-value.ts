import { longRecordId } from './record-id.ts';
import { formatMoment } from './records.ts';
import type { FieldValue } from './records.ts';
import { SalesforceRefusal } from './refusal.ts';
import type { FieldDefinition, FieldType } from './schema.ts';

type Reader = (field: FieldDefinition, value: unknown) => FieldValue;

/**
 * The value of a field as the org stores it.
 *
 * @throws SalesforceRefusal as Salesforce words it: JSON type, length, range, picklist, e-mail, id.
 */
export const readValue = (field: FieldDefinition, value: unknown): FieldValue =>
  value === null ? null : readers[field.type](field, value);

const jsonKind = (value: unknown): string => {
  if (typeof value === 'string') return 'VALUE_STRING';
  if (typeof value === 'number') return Number.isInteger(value) ? 'VALUE_NUMBER_INT' : 'VALUE_NUMBER_FLOAT';
  if (typeof value === 'boolean') return value ? 'VALUE_TRUE' : 'VALUE_FALSE';
  return Array.isArray(value) ? 'START_ARRAY' : 'START_OBJECT';
};

const wrongType = (expected: string, value: unknown): SalesforceRefusal => {
  const shown = typeof value === 'string' || typeof value === 'number' ? ` value ${value}` : '';
  return new SalesforceRefusal(
    'JSON_PARSER_ERROR',
    `Cannot deserialize instance of ${expected} from ${jsonKind(value)}${shown} or request may be missing a required field at [line:1, column:1]`,
  );
};

const refuse = (errorCode: string, field: FieldDefinition, detail: string) =>
  new SalesforceRefusal(errorCode, `${field.label}: ${detail}`, { fields: [field.name] });

/** Surrounding white space is dropped and an empty text is no value. */
const text: Reader = (field, value) => {
  if (typeof value !== 'string') throw wrongType('string', value);
  const trimmed = value.trim();
  if (field.length !== undefined && trimmed.length > field.length) {
    throw refuse('STRING_TOO_LONG', field, `data value too large: ${trimmed} (max length=${field.length})`);
  }
  return trimmed === '' ? null : trimmed;
};

const picklist: Reader = (field, value) => {
  const chosen = text(field, value);
  const allowed =
    field.restricted !== true || chosen === null || field.values?.includes(String(chosen)) === true;
  if (allowed) return chosen;
  const detail = `bad value for restricted picklist field: ${String(chosen)}`;
  throw refuse('INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', field, detail);
};

const email: Reader = (field, value) => {
  const address = text(field, value);
  if (address === null || /^[^\s@<>,;]+@[^\s@<>,;.]+(?:\.[^\s@<>,;.]+)+$/.test(String(address)))
    return address;
  throw refuse('INVALID_EMAIL_ADDRESS', field, `invalid email address: ${String(address)}`);
};

const number: Reader = (field, value) => {
  const scale = field.scale ?? 0;
  if (typeof value !== 'number') throw wrongType(scale === 0 ? 'int' : 'double', value);
  const rounded = Number(value.toFixed(scale));
  if (Math.abs(rounded) < 10 ** ((field.precision ?? 18) - scale)) return rounded;
  throw refuse(
    'NUMBER_OUTSIDE_VALID_RANGE',
    field,
    `value outside of valid range on numeric field: ${value}`,
  );
};

const checkbox: Reader = (_field, value) => {
  if (typeof value !== 'boolean') throw wrongType('boolean', value);
  return value;
};

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)$/;

/** A moment needs its zone; what is finer than a second is not stored. */
const dateTime: Reader = (_field, value) => {
  const ms = typeof value === 'string' && moment.test(value) ? Date.parse(value) : NaN;
  if (Number.isNaN(ms)) throw wrongType('datetime', value);
  return formatMoment(Math.floor(ms / 1000) * 1000);
};

const date: Reader = (_field, value) => {
  const valid = typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && isCalendarDay(value);
  if (!valid) throw wrongType('date', value);
  return value;
};

const isCalendarDay = (day: string): boolean => {
  const ms = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(day);
};

const lookup: Reader = (field, value) => {
  const id = text(field, value);
  const long = id === null ? null : longRecordId(String(id));
  if (long === undefined) {
    throw refuse('MALFORMED_ID', field, `id value of incorrect type: ${String(id)}`);
  }
  return long;
};

const readers: Readonly<Record<FieldType, Reader>> = {
  Text: text,
  LongTextArea: text,
  Phone: text,
  Picklist: picklist,
  Email: email,
  Number: number,
  Checkbox: checkbox,
  DateTime: dateTime,
  Date: date,
  Lookup: lookup,
};
