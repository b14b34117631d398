import { ConnectClient } from '@aws-sdk/client-connect';
import { SQSClient } from '@aws-sdk/client-sqs';
import { callingPolicySchema, defaultCallingPolicy } from '@atlas-engine/domain';
import { awsClientOptions, jsonVariable, readConfiguration } from '@atlas-engine/function-kit';
import { composeFunctionBase } from '@atlas-engine/interaction-store/compose';
import * as z from 'zod';
import { createAnswerAgent } from './answer-agent.ts';
import { connectContactCentre } from './contact-centre/connect-contact-centre.ts';
import { sqsWrapUpQueue } from './wrap-up/wrap-up-queue.ts';

const configuration = readConfiguration(
  z.object({
    CONNECT_INSTANCE_ARN: z.string().regex(/^arn:[^:]+:connect:[^:]+:\d{12}:instance\/.+$/, 'must be an ARN'),
    WRAP_UP_QUEUE_URL: z.url(),
    ATLAS_CALLING_POLICY: jsonVariable(callingPolicySchema).default(defaultCallingPolicy),
  }),
);
const base = composeFunctionBase('AgentWorkspaceHandler');
export const { logger, metrics } = base;

const instanceArn = configuration.CONNECT_INSTANCE_ARN;
/** The page waits for the answer: all attempts together must end well before API Gateway gives up. */
const budget = awsClientOptions({ requestTimeoutMs: 2000 });

export const answerAgent = createAnswerAgent({
  ...base,
  policy: configuration.ATLAS_CALLING_POLICY,
  contactCentre: connectContactCentre({
    client: new ConnectClient(budget),
    instanceArn,
    instanceId: instanceArn.slice(instanceArn.lastIndexOf('/') + 1),
  }),
  queue: sqsWrapUpQueue(new SQSClient(budget), configuration.WRAP_UP_QUEUE_URL),
  count: (metric) => metrics.count(metric),
});
