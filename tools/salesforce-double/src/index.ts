export type { ConnectedApp } from './connected-app.ts';
export type { DuplicateAction } from './duplicate-rule.ts';
export type { OrgLimits } from './org.ts';
export type { FieldValue, StoredRecord } from './records.ts';
export { createSalesforce } from './salesforce.ts';
export type { SalesforceDouble, SalesforceOptions } from './salesforce.ts';
export type { FieldDefinition, FieldType, ObjectDefinition, SalesforceSchema } from './schema.ts';
