import type { CreateLeadOutput, MetricName } from '@atlas-engine/domain';
import { composeFunctionBase } from '@atlas-engine/interaction-store/compose';
import { composeSalesforce, countCrmFailure } from '@atlas-engine/salesforce-client/compose';
import { createCreateLead } from './create-lead.ts';

const base = composeFunctionBase('CreateLeadHandler');
export const { logger, metrics } = base;
export const onFailure = countCrmFailure(metrics);

const metricOf = ({ created, duplicate }: CreateLeadOutput): MetricName => {
  if (created) return 'LeadCreated';
  return duplicate ? 'LeadDuplicate' : 'LeadFound';
};

export const createLead = createCreateLead({
  ...base,
  salesforce: composeSalesforce(metrics),
  onLead: (lead) => metrics.count(metricOf(lead)),
});
