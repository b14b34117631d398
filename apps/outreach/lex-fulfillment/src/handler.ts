import { defineHandler, defineSqsHandler, type LambdaContext } from '@atlas-engine/function-kit';
import { codeHookEventSchema } from '@atlas-engine/lex-contracts';
import { answerText, answerTurn, logger, metrics } from './composition.ts';
import { queuedTextSchema } from './texting/inbound-text.ts';

const name = 'LexFulfillmentHandler';

const answerCodeHook = defineHandler({
  name,
  schema: codeHookEventSchema,
  logger,
  metrics,
  handle: answerTurn,
});

const answerTexts = defineSqsHandler({
  name,
  schema: queuedTextSchema,
  logger,
  metrics,
  handle: answerText,
  concurrency: 5,
});

const isBatch = (event: unknown): boolean =>
  typeof event === 'object' && event !== null && 'Records' in event;

/** LexFulfillmentHandler: the code hook of AtlasEngineBot, for dialog and fulfilment, and the consumer of SmsSQSQueue. */
export const handler = (event: unknown, context?: LambdaContext): Promise<unknown> =>
  isBatch(event) ? answerTexts(event, context) : answerCodeHook(event, context);
