import type { SalesforceFieldDefinition } from './field-definition.ts';

/** What the lead's `Atlas_Status__c` may say. */
export const leadStatuses = [
  'Requested',
  'Calling',
  'Reached',
  'NotReached',
  'Refused',
  'DoNotCall',
  'Failed',
] as const;
/** One of {@link leadStatuses}. */
export type LeadStatus = (typeof leadStatuses)[number];

const standardFields = [
  { name: 'FirstName', label: 'First Name', type: 'Text', length: 40 },
  { name: 'LastName', label: 'Last Name', type: 'Text', length: 80, required: true },
  { name: 'Company', label: 'Company', type: 'Text', length: 255, required: true },
  { name: 'Phone', label: 'Phone', type: 'Phone', length: 40 },
  { name: 'Email', label: 'Email', type: 'Email', length: 80 },
  { name: 'LeadSource', label: 'Lead Source', type: 'Picklist', length: 255 },
  {
    name: 'Status',
    label: 'Lead Status',
    type: 'Picklist',
    length: 255,
    required: true,
    defaultValue: 'Open - Not Contacted',
  },
  { name: 'DoNotCall', label: 'Do Not Call', type: 'Checkbox', defaultValue: false },
  { name: 'Description', label: 'Description', type: 'LongTextArea', length: 32_000 },
] as const satisfies readonly SalesforceFieldDefinition[];

const atlasFields = [
  {
    name: 'Atlas_Request_Id__c',
    label: 'Atlas Request ID',
    type: 'Text',
    length: 64,
    externalId: true,
    unique: true,
    caseSensitive: true,
    description: 'Identifies the outreach request; repeating it updates this lead instead of making another.',
  },
  {
    name: 'Atlas_Status__c',
    label: 'Atlas Status',
    type: 'Picklist',
    restricted: true,
    values: leadStatuses,
    description: 'How far the outreach to this lead has come.',
  },
  {
    name: 'Atlas_Outcome__c',
    label: 'Atlas Outcome',
    type: 'Text',
    length: 40,
    description: 'Outcome of the last call.',
  },
  {
    name: 'Atlas_Disposition__c',
    label: 'Atlas Disposition',
    type: 'Text',
    length: 40,
    description: 'What the person wants, as understood from the last call.',
  },
  {
    name: 'Atlas_Last_Call_At__c',
    label: 'Atlas Last Call At',
    type: 'DateTime',
    description: 'When the last call was placed.',
  },
  {
    name: 'Atlas_Attempts__c',
    label: 'Atlas Attempts',
    type: 'Number',
    precision: 3,
    scale: 0,
    description: 'Calls placed so far.',
  },
  {
    name: 'Atlas_Interest__c',
    label: 'Atlas Interest',
    type: 'Text',
    length: 255,
    description: 'What the person is interested in.',
  },
  {
    name: 'Atlas_Next_Step__c',
    label: 'Atlas Next Step',
    type: 'LongTextArea',
    length: 2000,
    description: 'What was agreed to happen next.',
  },
  {
    name: 'Atlas_Follow_Up_At__c',
    label: 'Atlas Follow-Up At',
    type: 'DateTime',
    description: 'When the person asked to be called again.',
  },
  {
    name: 'Atlas_Consent_At__c',
    label: 'Atlas Consent At',
    type: 'DateTime',
    description: 'When the person agreed to be called.',
  },
  {
    name: 'Atlas_Consent_Source__c',
    label: 'Atlas Consent Source',
    type: 'Text',
    length: 255,
    description: 'Where the person agreed to be called.',
  },
  {
    name: 'Atlas_Time_Zone__c',
    label: 'Atlas Time Zone',
    type: 'Text',
    length: 64,
    description: 'IANA time zone that calling hours are reckoned in.',
  },
  {
    name: 'Atlas_Reason__c',
    label: 'Atlas Reason',
    type: 'Text',
    length: 40,
    description: 'Why the outreach ended without a conversation.',
  },
] as const satisfies readonly SalesforceFieldDefinition[];

/** Fields of a lead. */
export const leadFields = [...standardFields, ...atlasFields] as const;
