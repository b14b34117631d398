import { SalesforceValidationError } from './errors.ts';

/** What may stand for a value in a statement. */
export type SoqlScalar = string | number | boolean | Date | SoqlFragment | null;
/** A value, or a list for IN. */
export type SoqlValue = SoqlScalar | readonly SoqlScalar[];

/** A statement, or a part of one, whose values are escaped. Made by {@link soql} and its companions alone. */
export class SoqlFragment {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

/**
 * A SOQL statement; what is put in becomes an escaped literal, a list one in parentheses.
 *
 * @throws SalesforceValidationError for an empty list, NaN, infinity and an invalid date
 * @example soql`SELECT Id FROM Lead WHERE Atlas_Request_Id__c IN ${ids} AND CreatedDate > ${since}`
 */
export function soql(strings: TemplateStringsArray, ...values: readonly SoqlValue[]): SoqlFragment {
  const literals = values.map((value) => literal(value));
  return new SoqlFragment(strings.map((part, index) => `${part}${literals[index] ?? ''}`).join(''));
}

/** A day, `YYYY-MM-DD`, which SOQL writes without quotes. */
export function soqlDate(day: string): SoqlFragment {
  if (/^\d{4}-\d\d-\d\d$/.test(day)) return new SoqlFragment(day);
  throw invalid('a day must be written YYYY-MM-DD');
}

/** A LIKE pattern in which the text stands for itself: `soqlLike('%', text, '%')` matches what contains the text. */
export function soqlLike(before: '' | '%', text: string, after: '' | '%'): SoqlFragment {
  const plain = escape(text).replace(/[%_]/g, '\\$&');
  return new SoqlFragment(`'${before}${plain}${after}'`);
}

/** An object or field name that is only known when the program runs. */
export function soqlName(name: string): SoqlFragment {
  if (/^[A-Za-z]\w*(?:\.[A-Za-z]\w*)*$/.test(name)) return new SoqlFragment(name);
  throw invalid('a name must be letters, digits, underscores and dots');
}

const isList = (value: SoqlValue): value is readonly SoqlScalar[] => Array.isArray(value);

function literal(value: SoqlValue): string {
  if (!isList(value)) return scalar(value);
  if (value.length === 0) throw invalid('a list must have a value: IN () is no SOQL');
  return `(${value.map(scalar).join(', ')})`;
}

function scalar(value: SoqlScalar): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return `'${escape(value)}'`;
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return number(value);
  return value instanceof Date ? moment(value) : value.toString();
}

/** Plain notation: SOQL does not read exponents. */
function number(value: number): string {
  if (!Number.isFinite(value) || /e/i.test(String(value)))
    throw invalid('a number must be finite and of usual size');
  return String(value);
}

function moment(value: Date): string {
  if (Number.isNaN(value.getTime())) throw invalid('a date must be valid');
  return value.toISOString();
}

const named: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
};

const escape = (text: string): string =>
  text.replace(/[\\'"\n\r\t\b\f]/g, (character) => named[character] ?? character);

const invalid = (problem: string): SalesforceValidationError =>
  new SalesforceValidationError(`Salesforce: SOQL: ${problem}.`, {});
