import {
  defineSqsHandler,
  type Handler,
  type Logger,
  type Metrics,
  type SqsBatchAnswer,
} from '@atlas-engine/function-kit';
import { dialMessageSchema } from './dial-message.ts';
import type { InitiateCall } from './initiate-call.ts';

/** Milliseconds that one call may need. Lambda would stop a later start half-way, and nobody knew whether it rings. */
const timeForOneCall = 10_000;

/** The entry point on any use case: each message succeeds or fails alone; what finds no time is delivered again. */
export const dialQueueHandler = (ports: {
  readonly initiateCall: InitiateCall;
  readonly logger: Logger;
  readonly metrics: Metrics;
}): Handler<SqsBatchAnswer> => {
  const { initiateCall, logger, metrics } = ports;
  return defineSqsHandler({
    name: 'InitiateCallHandler',
    schema: dialMessageSchema,
    logger,
    metrics,
    handle: async (message, { remainingMs }) => {
      if (remainingMs() < timeForOneCall) {
        metrics.count('DialOutOfTime');
        return 'RETRY';
      }
      const { sequence } = message;
      logger.info('dial request', { sequence, result: await initiateCall(message) });
      return 'DONE';
    },
  });
};
