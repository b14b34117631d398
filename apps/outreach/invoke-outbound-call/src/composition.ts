import { SQSClient } from '@aws-sdk/client-sqs';
import { composeLifecycle } from '@atlas-engine/call-lifecycle/compose';
import { sqsDialQueue } from '@atlas-engine/call-lifecycle/dial-queue';
import { awsClientOptions, readConfiguration } from '@atlas-engine/function-kit';
import * as z from 'zod';
import { createInvokeOutboundCall } from './invoke-outbound-call.ts';

const { DIAL_QUEUE_URL } = readConfiguration(z.object({ DIAL_QUEUE_URL: z.url() }));
const base = composeLifecycle('InvokeOutboundCallHandler');
export const { logger, metrics } = base;

export const invokeOutboundCall = createInvokeOutboundCall({
  ...base,
  queue: sqsDialQueue(new SQSClient(awsClientOptions()), DIAL_QUEUE_URL),
});
