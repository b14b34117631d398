import { createLeadInputSchema } from '@atlas-engine/domain';
import { defineHandler } from '@atlas-engine/function-kit';
import { createLead, logger, metrics } from './composition.ts';

/** CreateLeadHandler: invoked by AtlasEngineWorkflow with `{ request }`. */
export const handler = defineHandler({
  name: 'CreateLeadHandler',
  schema: createLeadInputSchema,
  logger,
  metrics,
  handle: ({ request }) => createLead(request),
});
