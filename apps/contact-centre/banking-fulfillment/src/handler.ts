import { defineHandler } from '@atlas-engine/function-kit';
import { bankingBot, codeHookEventSchemaOf } from '@atlas-engine/lex-contracts';
import { answerBanking, logger, metrics } from './composition.ts';

/** BankingFulfillmentHandler: the code hook of BankingBot, for dialog and fulfilment. */
export const handler = defineHandler({
  name: 'BankingFulfillmentHandler',
  schema: codeHookEventSchemaOf(bankingBot),
  logger,
  metrics,
  handle: answerBanking,
});
