import { composeFunctionBase } from '@atlas-engine/interaction-store/compose';
import { composeSalesforce } from '@atlas-engine/salesforce-client/compose';
import { createUpdateLead } from './update-lead.ts';

const base = composeFunctionBase('UpdateLeadHandler');
export const { logger, metrics } = base;

export const updateLead = createUpdateLead({
  ...base,
  salesforce: composeSalesforce(metrics),
  onClosed: (status) => metrics.count(`Lead${status}`),
});
