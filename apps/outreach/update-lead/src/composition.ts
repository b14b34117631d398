import type { MetricName } from '@atlas-engine/domain';
import { composeFunctionBase } from '@atlas-engine/interaction-store/compose';
import { composeSalesforce, countCrmFailure } from '@atlas-engine/salesforce-client/compose';
import type { ClosingStatus } from './lead-status.ts';
import { createUpdateLead } from './update-lead.ts';

const base = composeFunctionBase('UpdateLeadHandler');
export const { logger, metrics } = base;
export const onFailure = countCrmFailure(metrics);

const closedMetrics: Readonly<Record<ClosingStatus, MetricName>> = {
  Reached: 'LeadReached',
  NotReached: 'LeadNotReached',
  Failed: 'LeadFailed',
  Refused: 'LeadRefused',
  DoNotCall: 'LeadDoNotCall',
};

export const updateLead = createUpdateLead({
  ...base,
  salesforce: composeSalesforce(metrics),
  onClosed: (status) => metrics.count(closedMetrics[status]),
});
