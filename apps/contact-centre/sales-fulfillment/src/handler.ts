import { defineHandler } from '@atlas-engine/function-kit';
import { salesBot, codeHookEventSchemaOf } from '@atlas-engine/lex-contracts';
import { answerSales, logger, metrics } from './composition.ts';

/** SalesFulfillmentHandler: the code hook of SalesBot, for dialog and fulfilment. */
export const handler = defineHandler({
  name: 'SalesFulfillmentHandler',
  schema: codeHookEventSchemaOf(salesBot),
  logger,
  metrics,
  handle: answerSales,
});
