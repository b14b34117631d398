import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  awsClientOptions,
  createLogger,
  createMetrics,
  readConfiguration,
  systemClock,
  type Clock,
  type Logger,
  type Metrics,
} from '@atlas-engine/function-kit';
import * as z from 'zod';
import { dynamoInteractionStore } from '../dynamo-interaction-store.ts';
import type { InteractionStore } from '../interaction-store.ts';

/** What every function is made of. */
export interface FunctionBase {
  readonly store: InteractionStore;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly clock: Clock;
}

const variables = z.object({
  ATLAS_STAGE: z.string().min(1),
  INTERACTIONS_TABLE: z.string().min(3),
  TASK_TOKENS_TABLE: z.string().min(3),
  ATLAS_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
});

/**
 * The base of a function, from its environment: once per container, in `composition.ts`.
 *
 * @throws ConfigurationError naming the variable that is missing or malformed
 */
export function composeFunctionBase(name: string): FunctionBase {
  const configuration = readConfiguration(variables);
  const { INTERACTIONS_TABLE, TASK_TOKENS_TABLE, ATLAS_LOG_LEVEL, ATLAS_STAGE } = configuration;
  return {
    store: dynamoInteractionStore({
      client: new DynamoDBClient(awsClientOptions()),
      tableNames: { interactions: INTERACTIONS_TABLE, taskTokens: TASK_TOKENS_TABLE },
    }),
    logger: createLogger({ function: name, level: ATLAS_LOG_LEVEL }),
    metrics: createMetrics({ dimensions: { stage: ATLAS_STAGE }, properties: { function: name } }),
    clock: systemClock,
  };
}
