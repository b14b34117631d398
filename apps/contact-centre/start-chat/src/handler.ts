import { defineHandler } from '@atlas-engine/function-kit';
import { answerRequest, logger, metrics } from './composition.ts';
import { apiEventSchema } from './http/api-event.ts';

/** StartChatHandler: hands a conversation with the bot over to people, by StartChatApi. */
export const handler = defineHandler({
  name: 'StartChatHandler',
  schema: apiEventSchema,
  logger,
  metrics,
  handle: answerRequest,
});
