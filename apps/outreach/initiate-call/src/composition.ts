import { SQSClient } from '@aws-sdk/client-sqs';
import type { PlaceOutcome } from '@atlas-engine/call-lifecycle';
import { composeLifecycle } from '@atlas-engine/call-lifecycle/compose';
import { connectTelephony } from '@atlas-engine/call-lifecycle/connect';
import { sqsDialQueue } from '@atlas-engine/call-lifecycle/dial-queue';
import type { DialDecision, MetricName } from '@atlas-engine/domain';
import { awsClientOptions, readConfiguration } from '@atlas-engine/function-kit';
import * as z from 'zod';
import { createAwaitTurn } from './await-turn.ts';
import { createDial } from './dial.ts';
import { createInitiateCall } from './initiate-call.ts';

const configuration = readConfiguration(
  z.object({
    DIAL_QUEUE_URL: z.url(),
    CONNECT_INSTANCE_ID: z.string().min(1),
    CONNECT_FLOW_ID: z.string().min(1),
    CONNECT_QUEUE_ID: z.string().min(1),
    CONNECT_SOURCE_NUMBER: z.string().regex(/^\+[1-9]\d{6,14}$/, 'must be E.164'),
    CONNECT_TRAFFIC_TYPE: z.enum(['GENERAL', 'CAMPAIGN']),
    PACING_CALLS_PER_SECOND: z.coerce.number().positive(),
    PACING_BURST: z.coerce.number().int().min(1),
    PACING_MAX_CONCURRENT_CALLS: z.coerce.number().int().min(1),
    /** How long a call takes on average, ringing included. */
    PACING_EXPECTED_CALL_SECONDS: z.coerce.number().positive(),
  }),
);
const base = composeLifecycle('InitiateCallHandler');
export const { logger, metrics } = base;

const queue = sqsDialQueue(new SQSClient(awsClientOptions()), configuration.DIAL_QUEUE_URL);
const telephony = connectTelephony({
  client: awsClientOptions(),
  instanceId: configuration.CONNECT_INSTANCE_ID,
  line: {
    flowId: configuration.CONNECT_FLOW_ID,
    queueId: configuration.CONNECT_QUEUE_ID,
    sourceNumber: configuration.CONNECT_SOURCE_NUMBER,
    trafficType: configuration.CONNECT_TRAFFIC_TYPE,
  },
});
/** Between a quarter of a minute and three quarters, so that calls that were refused together do not return together. */
const backOffSeconds = () => 15 + Math.floor(Math.random() * 30);

const placedMetrics: Readonly<Record<PlaceOutcome['kind'], MetricName>> = {
  PLACED: 'CallPlaced',
  THROTTLED: 'CallThrottled',
  REJECTED: 'CallRejected',
  UNKNOWN: 'CallUnknown',
};

function countDecision(decision: DialDecision): void {
  if (decision.kind === 'DIAL') {
    metrics.count('DialAllowed');
    return;
  }
  const { kind, reason } = decision;
  metrics.count(kind === 'WAIT' ? 'DialPostponed' : 'DialRefused');
  metrics.count(kind === 'WAIT' ? `DialPostponed.${reason}` : `DialRefused.${reason}`);
}

function tellOutcome(outcome: PlaceOutcome): void {
  const { kind } = outcome;
  metrics.count(placedMetrics[kind]);
  const code = 'code' in outcome ? { code: outcome.code } : {};
  logger.log(kind === 'PLACED' ? 'info' : 'warn', 'Connect was asked for a call', { outcome: kind, ...code });
}

export const initiateCall = createInitiateCall({
  ...base,
  awaitTurn: createAwaitTurn({
    ...base,
    queue,
    backOffSeconds,
    onLines: ({ used, available }) =>
      metrics.add('ConnectLinesUsedPercent', (100 * used) / available, 'Percent'),
    pacing: {
      callsPerSecond: configuration.PACING_CALLS_PER_SECOND,
      burst: configuration.PACING_BURST,
      maxConcurrentCalls: configuration.PACING_MAX_CONCURRENT_CALLS,
      expectedCallSeconds: configuration.PACING_EXPECTED_CALL_SECONDS,
    },
  }),
  dial: createDial({
    ...base,
    queue,
    telephony,
    backOffSeconds,
    onDecision: countDecision,
    onPlaced: tellOutcome,
  }),
  onStale: (key, status) => logger.info('stale dial request', { ...key, status }),
});
