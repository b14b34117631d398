import { defineHandler } from '@atlas-engine/function-kit';
import { gatewayBot, codeHookEventSchemaOf } from '@atlas-engine/lex-contracts';
import { answerGateway, logger, metrics } from './composition.ts';

/** GatewayFulfillmentHandler: the code hook of GatewayBot, for dialog and fulfilment. */
export const handler = defineHandler({
  name: 'GatewayFulfillmentHandler',
  schema: codeHookEventSchemaOf(gatewayBot),
  logger,
  metrics,
  handle: answerGateway,
});
