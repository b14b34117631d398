import { createLeadInputSchema } from '@atlas-engine/domain';
import { defineHandler } from '@atlas-engine/function-kit';
import { createLead, logger, metrics, onFailure } from './composition.ts';

/** CreateLeadHandler: invoked by AtlasEngineWorkflow with `{ request }`. */
export const handler = defineHandler({
  name: 'CreateLeadHandler',
  schema: createLeadInputSchema,
  logger,
  metrics,
  onFailure,
  handle: ({ request }) => createLead(request),
});
