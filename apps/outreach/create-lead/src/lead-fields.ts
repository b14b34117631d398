import type { OutreachRequest } from '@atlas-engine/domain';
import { clipToField, type FieldsOf } from '@atlas-engine/salesforce-client';

/** Salesforce requires a company; a person without one gets what Salesforce itself uses for individuals. */
const noCompany = '[not provided]';

/** Who the person is. What the request does not say is left out: an empty value would erase what a colleague added. */
export const personFields = ({ lead, notes }: OutreachRequest): FieldsOf<'Lead'> => ({
  LastName: lead.lastName,
  Company: lead.company ?? noCompany,
  Phone: lead.phone,
  LeadSource: 'Other',
  ...(lead.firstName === undefined ? {} : { FirstName: lead.firstName }),
  ...(lead.email === undefined ? {} : { Email: lead.email }),
  ...(notes === undefined ? {} : { Description: notes }),
});

/** What Atlas itself keeps of the person: fit for a lead that somebody else made. */
export const outreachFields = ({
  lead,
  consent,
  interest,
  channel,
  campaign,
}: OutreachRequest): FieldsOf<'Lead'> => ({
  Atlas_Status__c: 'Requested',
  Atlas_Interest__c: interest,
  Atlas_Consent_At__c: consent.at,
  Atlas_Consent_Source__c: clipToField(
    'Lead',
    'Atlas_Consent_Source__c',
    `${consent.source} (${channel}, ${campaign})`,
  ),
  ...(lead.timeZone === undefined ? {} : { Atlas_Time_Zone__c: lead.timeZone }),
});
