import { objectOf } from '../org.ts';
import type { Org } from '../org.ts';
import type { FieldValues, StoredRecord } from '../records.ts';
import { SalesforceRefusal } from '../refusal.ts';
import { fieldInQuery } from '../schema.ts';
import type { FieldDefinition, ObjectDefinition } from '../schema.ts';
import { comparable, compileCondition } from './match.ts';
import type { Ordering, SelectStatement } from './statement.ts';

/** What a statement found, for paging. */
export interface Selection {
  readonly object: string;
  /** Names as the schema writes them. */
  readonly fields: readonly string[];
  readonly ids: readonly string[];
}

/** Finds the records of a statement. @throws SalesforceRefusal for unknown objects and fields */
export function runSelect(org: Org, statement: SelectStatement): Selection {
  const object = queriedObject(org, statement.object);
  const field = (name: string) => queriedField(object, name);
  const fields = statement.fields.map((name) => field(name).name);
  const matches = statement.where === undefined ? () => true : compileCondition(statement.where, field);
  const orderings = statement.orderings.map((ordering) => compileOrdering(ordering, field));
  const found = org.records.all(object.name).filter(matches);
  const sorted = found.sort((left, right) => firstDifference(orderings, left, right));
  return { object: object.name, fields, ids: sorted.slice(0, statement.limit ?? 50_000).map(({ Id }) => Id) };
}

function queriedObject(org: Org, name: string): ObjectDefinition {
  const object = org.schema.objects.find((known) => known.name.toLowerCase() === name.toLowerCase());
  if (object !== undefined) return objectOf(org, object.name);
  throw new SalesforceRefusal('INVALID_TYPE', `sObject type '${name}' is not supported.`);
}

function queriedField(object: ObjectDefinition, name: string): FieldDefinition {
  const field = fieldInQuery(object, name);
  if (field !== undefined) return field;
  throw new SalesforceRefusal('INVALID_FIELD', `No such column '${name}' on entity '${object.name}'.`);
}

type Order = (left: FieldValues, right: FieldValues) => number;

function firstDifference(orderings: readonly Order[], left: StoredRecord, right: StoredRecord): number {
  for (const order of orderings) {
    const difference = order(left, right);
    if (difference !== 0) return difference;
  }
  return left.Id < right.Id ? -1 : 1;
}

function compileOrdering(ordering: Ordering, fieldNamed: (name: string) => FieldDefinition): Order {
  const field = fieldNamed(ordering.field);
  if (field.type === 'LongTextArea') {
    throw new SalesforceRefusal('INVALID_FIELD', `field '${field.name}' can not be sorted in a query call`);
  }
  const nulls = ordering.nullsLast ? 1 : -1;
  const direction = ordering.descending ? -1 : 1;
  return (left, right) => {
    const [a, b] = [left, right].map((record) => comparable(field, record[field.name] ?? null));
    if (a === b) return 0;
    if (a === null || a === undefined) return nulls;
    if (b === null || b === undefined) return -nulls;
    return a < b ? -direction : direction;
  };
}
