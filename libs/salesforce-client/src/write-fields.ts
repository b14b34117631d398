import { SalesforceValidationError } from './errors.ts';
import { isReference, placeholderOf } from './reference.ts';
import type { Reference } from './reference.ts';

/** Fields as they stand in the body of a request. */
export type JsonFields = Readonly<Record<string, string | number | boolean | null>>;

/** Where the fields go: only a composite may hold references. */
export type Envelope = 'single' | 'composite';

/**
 * Fields as Salesforce takes them: moments in ISO form, references as placeholders, undefined left out.
 *
 * @throws SalesforceValidationError that names the field whose value can not be written
 */
export function writeFields(object: string, fields: object, envelope: Envelope): JsonFields {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    given.map(([name, value]) => [checkName(name), writeValue({ object, name, envelope }, value)]),
  );
}

interface Place {
  readonly object: string;
  readonly name: string;
  readonly envelope: Envelope;
}

type JsonValue = JsonFields[string];

function writeValue(place: Place, value: unknown): JsonValue {
  if (isReference(value)) return writeReference(place, value);
  if (value instanceof Date) return writeMoment(place, value);
  if (typeof value === 'string') return place.envelope === 'composite' ? withoutPlaceholders(value) : value;
  if (Number.isFinite(value) || typeof value === 'boolean' || value === null) return value as JsonValue;
  throw unwritable(place, 'the value can not be written');
}

function writeReference(place: Place, value: Reference): string {
  if (place.envelope === 'composite') return placeholderOf(value);
  throw unwritable(place, 'a reference works inside a composite only');
}

function writeMoment(place: Place, value: Date): string {
  if (!Number.isNaN(value.getTime())) return value.toISOString();
  throw unwritable(place, 'the date is invalid');
}

/** Salesforce would read `@{…}` in anybody's text as a reference and refuse the part; it knows no escape. */
const withoutPlaceholders = (text: string): string => text.replaceAll('@{', '@ {');

const unwritable = ({ object, name }: Place, problem: string): SalesforceValidationError =>
  new SalesforceValidationError(`Salesforce: ${object}.${name}: ${problem}.`, { fields: [name] });

/** An object or field name that can stand in a path. @throws SalesforceValidationError */
export function checkName(name: string): string {
  if (/^[A-Za-z]\w{0,79}$/.test(name)) return name;
  throw new SalesforceValidationError(
    'Salesforce: an object or field name must be letters, digits and underscores.',
    {},
  );
}

/**
 * A value as one path segment.
 *
 * @throws SalesforceValidationError for an empty value and for `.` and `..`, which would lead to another resource
 */
export function pathSegment(name: string, value: string): string {
  if (value !== '' && value !== '.' && value !== '..') return encodeURIComponent(value);
  throw new SalesforceValidationError(`Salesforce: ${name} must not be empty or dots only.`, {
    fields: [name],
  });
}
