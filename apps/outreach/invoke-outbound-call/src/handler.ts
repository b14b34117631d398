import { placeCallInputSchema } from '@atlas-engine/domain';
import { defineHandler } from '@atlas-engine/function-kit';
import { invokeOutboundCall, logger, metrics } from './composition.ts';

/** InvokeOutboundCallHandler: invoked by AtlasEngineWorkflow with a task token; the answer comes by that token. */
export const handler = defineHandler({
  name: 'InvokeOutboundCallHandler',
  schema: placeCallInputSchema,
  logger,
  metrics,
  handle: invokeOutboundCall,
});
