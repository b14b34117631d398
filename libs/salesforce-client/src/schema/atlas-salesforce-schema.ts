import { leadFields } from './lead-fields.ts';
import type { SalesforceObjectDefinition } from './field-definition.ts';
import { taskFields } from './task-fields.ts';

/**
 * Every Salesforce object and field that Atlas uses: the one list behind the types of this client, the deployable
 * metadata and the local Salesforce.
 */
export const atlasSalesforceSchema = {
  objects: [
    { name: 'Lead', label: 'Lead', keyPrefix: '00Q', metadataObject: 'Lead', fields: leadFields },
    { name: 'Task', label: 'Task', keyPrefix: '00T', metadataObject: 'Activity', fields: taskFields },
  ],
} as const satisfies { readonly objects: readonly SalesforceObjectDefinition[] };
