import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { awsClientOptions, readConfiguration } from '@atlas-engine/function-kit';
import { composeFunctionBase } from '@atlas-engine/interaction-store/compose';
import { bedrockModel } from '@atlas-engine/language-model';
import * as z from 'zod';
import { createGenerateDynamicScenario } from './generate-dynamic-scenario.ts';

const configuration = readConfiguration(
  z.object({
    BEDROCK_MODEL_ID: z.string().min(1),
    /** Time for one scenario with all its repairs. */
    MODEL_BUDGET_MS: z.coerce.number().int().min(1000).max(60_000).default(25_000),
  }),
);
const base = composeFunctionBase('GenerateDynamicScenarioHandler');
export const { logger, metrics } = base;

export const generateDynamicScenario = createGenerateDynamicScenario({
  store: base.store,
  model: bedrockModel({
    client: new BedrockRuntimeClient(
      awsClientOptions({ requestTimeoutMs: configuration.MODEL_BUDGET_MS, maxAttempts: 2 }),
    ),
    modelId: configuration.BEDROCK_MODEL_ID,
    budgetMs: configuration.MODEL_BUDGET_MS,
  }),
  onFallback: (reason) => {
    metrics.count('ScenarioFallback');
    logger.warn('scenario by template', { reason });
  },
});
