import { initiateCall, logger, metrics } from './composition.ts';
import { dialQueueHandler } from './dial-queue-handler.ts';

/** InitiateCallHandler: consumes the dial queue. */
export const handler = dialQueueHandler({ initiateCall, logger, metrics });
