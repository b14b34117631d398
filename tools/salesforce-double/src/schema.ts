/** Field types by the names that Salesforce metadata uses. */
export type FieldType =
  | 'Text'
  | 'LongTextArea'
  | 'Picklist'
  | 'DateTime'
  | 'Date'
  | 'Number'
  | 'Checkbox'
  | 'Phone'
  | 'Email'
  | 'Lookup';

/** One field of an object as the org knows it. */
export interface FieldDefinition {
  readonly name: string;
  readonly label: string;
  readonly type: FieldType;
  /** Longest value in UTF-16 units; texts only. */
  readonly length?: number;
  /** Digits in all and behind the point; numbers only. */
  readonly precision?: number;
  readonly scale?: number;
  /** The values of a picklist. Others are refused when `restricted`. */
  readonly values?: readonly string[];
  readonly restricted?: boolean;
  /** Objects whose records a lookup may point to. */
  readonly references?: readonly string[];
  readonly required?: boolean;
  readonly externalId?: boolean;
  readonly unique?: boolean;
  readonly caseSensitive?: boolean;
  readonly defaultValue?: string | boolean;
  /** Accepted by an insert, refused by an update. */
  readonly createOnly?: boolean;
}

/** One object of the org. */
export interface ObjectDefinition {
  readonly name: string;
  readonly label: string;
  /** First three characters of the ids of its records. */
  readonly keyPrefix: string;
  readonly fields: readonly FieldDefinition[];
}

/** What the org holds: the double knows these objects and fields and refuses all others. */
export interface SalesforceSchema {
  readonly objects: readonly ObjectDefinition[];
}

/** Fields that the org writes itself. */
export const systemFields: readonly FieldDefinition[] = [
  { name: 'Id', label: 'Record ID', type: 'Text', length: 18, caseSensitive: true },
  { name: 'IsDeleted', label: 'Deleted', type: 'Checkbox' },
  { name: 'CreatedDate', label: 'Created Date', type: 'DateTime' },
  { name: 'LastModifiedDate', label: 'Last Modified Date', type: 'DateTime' },
  { name: 'SystemModstamp', label: 'System Modstamp', type: 'DateTime' },
];

/** Whether the org writes the field itself. */
export const isSystemField = (name: string): boolean => systemFields.some((field) => field.name === name);

/** A field by its exact name, or undefined. */
export const fieldOf = (object: ObjectDefinition, name: string): FieldDefinition | undefined =>
  object.fields.find((field) => field.name === name);

/** A field as SOQL finds it: own or system field, whatever the case. */
export const fieldInQuery = (object: ObjectDefinition, name: string): FieldDefinition | undefined =>
  [...object.fields, ...systemFields].find((field) => field.name.toLowerCase() === name.toLowerCase());
