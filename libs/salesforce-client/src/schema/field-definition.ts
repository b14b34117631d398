/** Field types by the names that Salesforce metadata uses. */
export type SalesforceFieldType =
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

/** One field that Atlas reads or writes. Fields ending in `__c` are created by the metadata of this package. */
export interface SalesforceFieldDefinition {
  readonly name: string;
  readonly label: string;
  readonly type: SalesforceFieldType;
  /** What the field is for; shown to administrators. Custom fields only. */
  readonly description?: string;
  /** Longest value, in UTF-16 units; texts only. */
  readonly length?: number;
  readonly precision?: number;
  readonly scale?: number;
  readonly values?: readonly string[];
  /** Whether a picklist takes its own values only. */
  readonly restricted?: boolean;
  readonly references?: readonly string[];
  readonly required?: boolean;
  readonly externalId?: boolean;
  readonly unique?: boolean;
  readonly caseSensitive?: boolean;
  readonly defaultValue?: string | boolean;
  /** Accepted by an insert, refused by an update. */
  readonly createOnly?: boolean;
}

/** One object that Atlas reads or writes. */
export interface SalesforceObjectDefinition {
  readonly name: string;
  readonly label: string;
  /** First three characters of its record ids. */
  readonly keyPrefix: string;
  /** The object that holds its custom fields in metadata: a task's are the activity's. */
  readonly metadataObject: string;
  readonly fields: readonly SalesforceFieldDefinition[];
}
