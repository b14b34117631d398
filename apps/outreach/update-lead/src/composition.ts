import type { MetricName } from '@atlas-engine/domain';
import { composeFunctionBase } from '@atlas-engine/interaction-store/compose';
import { composeSalesforce, countCrmFailure } from '@atlas-engine/salesforce-client/compose';
import type { ClosingStatus } from './lead-status.ts';
import { createRecordWrapUp } from './record-wrap-up.ts';
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

const ports = { ...base, salesforce: composeSalesforce(metrics) };

export const updateLead = createUpdateLead({
  ...ports,
  onClosed: (status) => metrics.count(closedMetrics[status]),
});

const bringToCrm = createRecordWrapUp({ ...ports, onRecorded: () => metrics.count('WrapUpInCrm') });

/** A batch has no failure of its own: each message counts. */
export const recordWrapUp: typeof bringToCrm = async (message, meta) => {
  try {
    return await bringToCrm(message, meta);
  } catch (error) {
    onFailure(error);
    throw error;
  }
};
