import { createLogger, createMetrics, readConfiguration } from '@atlas-engine/function-kit';
import * as z from 'zod';
import { createAnswerSales } from './answer-sales.ts';

const { ATLAS_LOG_LEVEL } = readConfiguration(
  z.object({ ATLAS_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info') }),
);
const name = 'SalesFulfillmentHandler';
export const logger = createLogger({ function: name, level: ATLAS_LOG_LEVEL });
export const metrics = createMetrics({ dimensions: { function: name } });
export const answerSales = createAnswerSales();
