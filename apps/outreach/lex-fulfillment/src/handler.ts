import { defineHandler } from '@atlas-engine/function-kit';
import { codeHookEventSchema } from '@atlas-engine/lex-contracts';
import { answerTurn, logger, metrics } from './composition.ts';

/** LexFulfillmentHandler: the code hook of AtlasEngineBot, for dialog and fulfilment. */
export const handler = defineHandler({
  name: 'LexFulfillmentHandler',
  schema: codeHookEventSchema,
  logger,
  metrics,
  handle: answerTurn,
});
