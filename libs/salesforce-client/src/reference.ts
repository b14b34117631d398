import { SalesforceValidationError } from './errors.ts';

/** Points to what another part of the same composite answers. */
export interface Reference {
  readonly part: string;
  readonly member: string;
}

const references = new WeakSet<object>();

/**
 * The id (or another member) of the record that a part of the same composite writes or reads.
 *
 * @throws SalesforceValidationError when a name can not be a reference
 */
export function reference(part: string, member = 'id'): Reference {
  checkPartName(part);
  if (!/^\w+(?:\[\d+\])?(?:\.\w+)*$/.test(member)) {
    throw new SalesforceValidationError(`Salesforce: reference to part ${part} names no member.`, {});
  }
  const made = Object.freeze({ part, member });
  references.add(made);
  return made;
}

/** Only what {@link reference} made counts: data that looks alike stays data. */
export const isReference = (value: unknown): value is Reference =>
  typeof value === 'object' && value !== null && references.has(value);

/** A reference as Salesforce reads it. */
export const placeholderOf = ({ part, member }: Reference): string => `@{${part}.${member}}`;

/** @throws SalesforceValidationError for a name Salesforce does not take as reference id */
export function checkPartName(name: string): void {
  if (/^[A-Za-z]\w{0,39}$/.test(name)) return;
  throw new SalesforceValidationError(
    'Salesforce: the name of a composite part must be a letter followed by at most 39 letters, digits or underscores.',
    {},
  );
}
