import type { CreateLeadOutput } from '@atlas-engine/domain';
import { composeFunctionBase } from '@atlas-engine/interaction-store/compose';
import { composeSalesforce } from '@atlas-engine/salesforce-client/compose';
import { createCreateLead } from './create-lead.ts';

const base = composeFunctionBase('CreateLeadHandler');
export const { logger, metrics } = base;

const metricOf = ({ created, duplicate }: CreateLeadOutput): string => {
  if (created) return 'LeadCreated';
  return duplicate ? 'LeadDuplicate' : 'LeadFound';
};

export const createLead = createCreateLead({
  ...base,
  salesforce: composeSalesforce(metrics),
  onLead: (lead) => metrics.count(metricOf(lead)),
});
