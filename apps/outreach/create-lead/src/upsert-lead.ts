import { leadIdSchema, type CreateLeadOutput, type LeadId, type OutreachRequest } from '@atlas-engine/domain';
import { SalesforceResponseError, type SalesforceClient } from '@atlas-engine/salesforce-client';
import { outreachFields, personFields } from './lead-fields.ts';

/**
 * The lead of a request, by external id. Where a duplicate rule knows the person under another lead, that lead gets
 * the outreach and keeps what is written of the person.
 *
 * @throws SalesforceError
 */
export async function upsertLead(
  salesforce: Pick<SalesforceClient, 'upsert' | 'update'>,
  request: OutreachRequest,
): Promise<CreateLeadOutput> {
  const { id, created, duplicateOf } = await salesforce.upsert('Lead', {
    externalId: { Atlas_Request_Id__c: request.requestId },
    fields: { ...personFields(request), ...outreachFields(request) },
  });
  const leadId = readLeadId(id);
  const duplicate = duplicateOf !== undefined;
  if (duplicate) await salesforce.update('Lead', leadId, outreachFields(request));
  return { leadId, created, duplicate };
}

function readLeadId(id: string): LeadId {
  const parsed = leadIdSchema.safeParse(id);
  if (parsed.success) return parsed.data;
  throw new SalesforceResponseError(
    'Salesforce: upsert Lead was answered with an id that is no record id.',
    {},
  );
}
