import { generateScenarioInputSchema } from '@atlas-engine/domain';
import { defineHandler } from '@atlas-engine/function-kit';
import { generateDynamicScenario, logger, metrics } from './composition.ts';

/** GenerateDynamicScenarioHandler: invoked by AtlasEngineWorkflow with `{ request, leadId }`. */
export const handler = defineHandler({
  name: 'GenerateDynamicScenarioHandler',
  schema: generateScenarioInputSchema,
  logger,
  metrics,
  handle: generateDynamicScenario,
});
