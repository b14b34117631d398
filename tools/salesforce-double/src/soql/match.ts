import type { FieldValue, FieldValues } from '../records.ts';
import { SalesforceRefusal } from '../refusal.ts';
import type { FieldDefinition } from '../schema.ts';
import { likePattern } from './like-pattern.ts';
import type { Condition, Literal, Operator } from './statement.ts';
import { malformedQuery, unescapeString } from './tokens.ts';

/** Whether a record is one that a condition wants. */
export type Predicate = (record: FieldValues) => boolean;

/** Turns a condition into a test on records. @throws SalesforceRefusal for an unknown field or a literal of the wrong type */
export function compileCondition(condition: Condition, field: (name: string) => FieldDefinition): Predicate {
  if (condition.kind === 'compare') {
    return compileComparison(field(condition.field), condition.operator, condition.literals);
  }
  const tests = condition.terms.map((term) => compileCondition(term, field));
  return condition.kind === 'and'
    ? (record) => tests.every((test) => test(record))
    : (record) => tests.some((test) => test(record));
}

function compileComparison(
  field: FieldDefinition,
  operator: Operator,
  literals: readonly Literal[],
): Predicate {
  if (field.type === 'LongTextArea') {
    throw new SalesforceRefusal('INVALID_FIELD', `field '${field.name}' can not be filtered in a query call`);
  }
  const valueOf = (record: FieldValues) => comparable(field, record[field.name] ?? null);
  if (operator === 'LIKE') return like(field, literals[0]);
  const wanted = literals.map((literal) => literalValue(field, literal));
  if (operator === 'IN' || operator === 'NOT IN') {
    return (record) => wanted.includes(valueOf(record)) === (operator === 'IN');
  }
  const [value = null] = wanted;
  const holds = comparison(operator, value);
  return (record) => holds(valueOf(record), value);
}

function comparison(operator: keyof typeof comparisons, value: Comparable): Comparison {
  if (value !== null || operator === '=' || operator === '!=') return comparisons[operator];
  throw malformedQuery(`the operator '${operator}' can not be used with null`);
}

type Comparable = string | number | boolean | null;
type Comparison = (left: Comparable, right: Comparable) => boolean;

const ordered =
  (test: (left: string | number, right: string | number) => boolean): Comparison =>
  (left, right) =>
    typeof left === typeof right && isOrdered(left) && isOrdered(right) && test(left, right);

const isOrdered = (value: Comparable): value is string | number =>
  typeof value === 'string' || typeof value === 'number';

const comparisons: Readonly<Record<Exclude<Operator, 'LIKE' | 'IN' | 'NOT IN'>, Comparison>> = {
  '=': (left, right) => left === right,
  '!=': (left, right) => left !== right,
  '<': ordered((left, right) => left < right),
  '>': ordered((left, right) => left > right),
  '<=': ordered((left, right) => left <= right),
  '>=': ordered((left, right) => left >= right),
};

/** Texts compare without case unless the field says otherwise; moments compare as milliseconds. */
export function comparable(field: FieldDefinition, value: FieldValue): Comparable {
  if (typeof value !== 'string') return value;
  if (field.type === 'DateTime') return Date.parse(value);
  return field.caseSensitive === true ? value : value.toLowerCase();
}

const literalKinds: Readonly<Partial<Record<FieldDefinition['type'], Literal['kind']>>> = {
  Number: 'number',
  Checkbox: 'boolean',
  Date: 'date',
  DateTime: 'datetime',
};

function literalValue(field: FieldDefinition, literal: Literal): Comparable {
  if (literal.kind === 'null') return null;
  const wanted = literalKinds[field.type] ?? 'string';
  if (literal.kind !== wanted) throw wrongLiteral(field, wanted);
  if (wanted === 'number') return Number(literal.text);
  if (wanted === 'boolean') return literal.text === 'true';
  return comparable(field, wanted === 'string' ? unescapeString(literal.text) : literal.text);
}

function wrongLiteral(field: FieldDefinition, wanted: Literal['kind']): SalesforceRefusal {
  const quotes = wanted === 'string' ? 'should' : 'should not';
  const detail = `value of filter criterion for field '${field.name}' must be of type ${wanted} and ${quotes} be enclosed in quotes`;
  return new SalesforceRefusal('INVALID_FIELD', detail);
}

function like(field: FieldDefinition, literal: Literal | undefined): Predicate {
  if (literal?.kind !== 'string') throw wrongLiteral(field, 'string');
  if (literalKinds[field.type] !== undefined) {
    throw new SalesforceRefusal('INVALID_FIELD', `invalid operator on ${field.type} field '${field.name}'`);
  }
  const pattern = likePattern(literal.text);
  return (record) => {
    const value = record[field.name];
    return typeof value === 'string' && pattern.test(value);
  };
}
