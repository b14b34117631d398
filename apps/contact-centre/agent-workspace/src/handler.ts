import { defineHandler } from '@atlas-engine/function-kit';
import { answerAgent, logger, metrics } from './composition.ts';
import { apiEventSchema } from './http/api-event.ts';

/** AgentWorkspaceHandler: what the agent console asks and writes, by AgentWorkspaceApi. */
export const handler = defineHandler({
  name: 'AgentWorkspaceHandler',
  schema: apiEventSchema,
  logger,
  metrics,
  handle: answerAgent,
});
