import { updateLeadInputSchema, wrapUpMessageSchema } from '@atlas-engine/domain';
import { defineHandler, defineSqsHandler, type LambdaContext } from '@atlas-engine/function-kit';
import { logger, metrics, onFailure, recordWrapUp, updateLead } from './composition.ts';

const name = 'UpdateLeadHandler';

const reportRequest = defineHandler({
  name,
  schema: updateLeadInputSchema,
  logger,
  metrics,
  onFailure,
  handle: updateLead,
});

const reportWrapUps = defineSqsHandler({
  name,
  schema: wrapUpMessageSchema,
  logger,
  metrics,
  handle: recordWrapUp,
});

const isBatch = (event: unknown): boolean =>
  typeof event === 'object' && event !== null && 'Records' in event;

/**
 * UpdateLeadHandler: invoked by AtlasEngineWorkflow with the result of the call, or why there is none; and the consumer of
 * AtlasEngineWrapUpQueue.
 */
export const handler = (event: unknown, context?: LambdaContext): Promise<unknown> =>
  isBatch(event) ? reportWrapUps(event, context) : reportRequest(event, context);
