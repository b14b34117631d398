import { updateLeadInputSchema } from '@atlas-engine/domain';
import { defineHandler } from '@atlas-engine/function-kit';
import { logger, metrics, onFailure, updateLead } from './composition.ts';

/** UpdateLeadHandler: invoked by AtlasEngineWorkflow with the result of the call, or why there is none. */
export const handler = defineHandler({
  name: 'UpdateLeadHandler',
  schema: updateLeadInputSchema,
  logger,
  metrics,
  onFailure,
  handle: updateLead,
});
