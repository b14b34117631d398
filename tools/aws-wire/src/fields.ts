import { AwsError } from './aws-error.ts';
import { isRecord } from './json-value.ts';

/** A structure that a caller sent. */
export type Input = Readonly<Record<string, unknown>>;

/** A ValidationException that names the field and what is wrong with it. */
export const invalidField = (field: string, problem: string): AwsError =>
  new AwsError('ValidationException', `${field}: ${problem}`);

const kindOf = (value: unknown): string => {
  if (value === undefined) return 'absent';
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : `of type ${typeof value}`;
};

interface Kind<T> {
  readonly name: string;
  is(value: unknown): value is T;
}

/** Makes the reader of a required field and that of an optional one; null counts as absent. */
const readers = <T>(kind: Kind<T>) => {
  const optional = (input: Input, field: string): T | undefined => {
    const value = input[field];
    if (value === undefined || value === null) return undefined;
    if (kind.is(value)) return value;
    throw invalidField(field, `must be ${kind.name}, is ${kindOf(value)}`);
  };
  const required = (input: Input, field: string): T => {
    const value = optional(input, field);
    if (value === undefined) throw invalidField(field, `is required and must be ${kind.name}`);
    return value;
  };
  return { optional, required };
};

const text = readers<string>({ name: 'a string', is: (value) => typeof value === 'string' });
const filled = readers<string>({
  name: 'a string that is not empty',
  is: (value): value is string => typeof value === 'string' && value !== '',
});
const number = readers<number>({
  name: 'a number',
  is: (value): value is number => typeof value === 'number' && Number.isFinite(value),
});
const truth = readers<boolean>({ name: 'true or false', is: (value) => typeof value === 'boolean' });
const structure = readers<Record<string, unknown>>({ name: 'an object', is: isRecord });
const list = readers<unknown[]>({ name: 'a list', is: (value) => Array.isArray(value) });

/** A required string, not empty. Like all readers here: @throws AwsError ValidationException that names the field. */
export const stringField = filled.required;
/** A string or nothing; an empty string is one. */
export const optionalString = text.optional;
/** A required finite number. */
export const numberField = number.required;
/** A finite number or nothing. */
export const optionalNumber = number.optional;
/** A required boolean. */
export const booleanField = truth.required;
/** A boolean or nothing. */
export const optionalBoolean = truth.optional;
/** A required structure or map. */
export const objectField = structure.required;
/** A structure or map, or nothing. */
export const optionalObject = structure.optional;
/** A required list. */
export const listField = list.required;
/** A list or nothing. */
export const optionalList = list.optional;

/** A required string out of a fixed set. */
export const choiceField = <T extends string>(input: Input, field: string, allowed: readonly T[]): T => {
  const value = stringField(input, field);
  const choice = allowed.find((candidate) => candidate === value);
  if (choice !== undefined) return choice;
  throw invalidField(field, `must be one of ${allowed.join(', ')}, is "${value.slice(0, 100)}"`);
};

/** Refuses every field that the double does not know, by name: an ignored field would be a kind lie. */
export const refuseUnknownFields = (input: Input, known: readonly string[]): void => {
  for (const field of Object.keys(input)) {
    if (!known.includes(field)) throw invalidField(field, 'is not supported by the local double');
  }
};
