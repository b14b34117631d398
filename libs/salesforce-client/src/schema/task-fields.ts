import type { SalesforceFieldDefinition } from './field-definition.ts';

const standardFields = [
  { name: 'Subject', label: 'Subject', type: 'Text', length: 255 },
  { name: 'Description', label: 'Description', type: 'LongTextArea', length: 32_000 },
  {
    name: 'Status',
    label: 'Status',
    type: 'Picklist',
    length: 255,
    required: true,
    defaultValue: 'Not Started',
  },
  { name: 'ActivityDate', label: 'Due Date Only', type: 'Date' },
  {
    name: 'TaskSubtype',
    label: 'Task Subtype',
    type: 'Picklist',
    restricted: true,
    values: ['Task', 'Email', 'ListEmail', 'Cadence', 'Call', 'LinkedIn'],
    defaultValue: 'Task',
    createOnly: true,
  },
  {
    name: 'CallType',
    label: 'Call Type',
    type: 'Picklist',
    restricted: true,
    values: ['Internal', 'Inbound', 'Outbound'],
  },
  { name: 'CallDurationInSeconds', label: 'Call Duration', type: 'Number', precision: 8, scale: 0 },
  { name: 'CallDisposition', label: 'Call Result', type: 'Text', length: 255 },
  { name: 'WhoId', label: 'Name ID', type: 'Lookup', references: ['Lead'] },
] as const satisfies readonly SalesforceFieldDefinition[];

const atlasFields = [
  {
    name: 'Atlas_Call_Id__c',
    label: 'Atlas Call ID',
    type: 'Text',
    length: 64,
    externalId: true,
    unique: true,
    caseSensitive: true,
    description: 'Identifies the call; writing its log again updates this task instead of making another.',
  },
  {
    name: 'Atlas_Outcome__c',
    label: 'Atlas Outcome',
    type: 'Text',
    length: 40,
    description: 'Outcome of the call.',
  },
  {
    name: 'Atlas_Disposition__c',
    label: 'Atlas Disposition',
    type: 'Text',
    length: 40,
    description: 'What the person wants, as understood from the call.',
  },
  {
    name: 'Atlas_Sentiment__c',
    label: 'Atlas Sentiment',
    type: 'Text',
    length: 20,
    description: 'How the person sounded.',
  },
  {
    name: 'Atlas_Recording__c',
    label: 'Atlas Recording',
    type: 'Text',
    length: 255,
    description: 'Where the recording is kept.',
  },
] as const satisfies readonly SalesforceFieldDefinition[];

/** Fields of a call log. */
export const taskFields = [...standardFields, ...atlasFields] as const;
