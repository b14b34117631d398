import { part, type SalesforceClient } from '@atlas-engine/salesforce-client';
import { callLog, callLogId } from './call-log.ts';
import type { Closing } from './closing.ts';
import { leadUpdate } from './lead-update.ts';

export type Crm = Pick<SalesforceClient, 'composite'>;

/** Writes lead and call log in one request, all or nothing, both by id. The answer is the id of the call log. */
export async function writeClosing(salesforce: Crm, closing: Closing): Promise<string> {
  const written = await salesforce.composite(
    {
      lead: part.update('Lead', closing.input.leadId, leadUpdate(closing)),
      callLog: part.upsert('Task', {
        externalId: { Atlas_Call_Id__c: callLogId(closing) },
        fields: callLog(closing),
        onCreate: { TaskSubtype: 'Call' },
      }),
    },
    { allOrNone: true },
  );
  return written.callLog.id;
}
