import type { Reference } from '../reference.ts';
import type { atlasSalesforceSchema } from './atlas-salesforce-schema.ts';

type ObjectDefinition = (typeof atlasSalesforceSchema)['objects'][number];

/** Objects that Atlas knows; others are called with untyped fields. */
export type AtlasObject = ObjectDefinition['name'];

type DefinitionsOf<O extends string> = Extract<ObjectDefinition, { readonly name: O }>['fields'][number];

/** What may be written to a field of an object that is not in the schema. */
export type SalesforceValue = string | number | boolean | Date | Reference | null;

interface ValueByType {
  Text: string;
  LongTextArea: string;
  Picklist: string;
  Phone: string;
  Email: string;
  Lookup: string | Reference;
  Number: number;
  Checkbox: boolean;
  /** `YYYY-MM-DD` */
  Date: string;
  DateTime: Date | string;
}

type ValueOf<D> = D extends { readonly restricted: true; readonly values: readonly (infer V)[] }
  ? V
  : D extends { readonly type: infer T extends keyof ValueByType }
    ? ValueByType[T]
    : never;

/** Values by field name; null empties a field. */
export type FieldsOf<O extends string> = O extends AtlasObject
  ? { readonly [D in DefinitionsOf<O> as D['name']]?: ValueOf<D> | null }
  : Readonly<Record<string, SalesforceValue>>;

/** Names of an object's fields. */
export type FieldNameOf<O extends string> = O extends AtlasObject
  ? DefinitionsOf<O>['name'] | 'Id' | 'CreatedDate' | 'LastModifiedDate'
  : string;

/** One external id with its value: `{ Atlas_Request_Id__c: 'r-1' }`. */
export type ExternalIdOf<O extends string> = O extends AtlasObject
  ? OneOf<Extract<DefinitionsOf<O>, { readonly externalId: true }>['name']>
  : Readonly<Record<string, string>>;

type OneOf<N extends string> = { [K in N]: Readonly<Record<K, string>> }[N];
