import { SFNClient } from '@aws-sdk/client-sfn';
import { callingPolicySchema, defaultCallingPolicy } from '@atlas-engine/domain';
import { awsClientOptions, jsonVariable, readConfiguration } from '@atlas-engine/function-kit';
import { composeFunctionBase } from '@atlas-engine/interaction-store/compose';
import * as z from 'zod';
import { createAnswerTurn } from './answer-turn.ts';
import { stepFunctionsWorkflow } from './workflow/step-functions-workflow.ts';

const configuration = readConfiguration(
  z.object({
    STATE_MACHINE_ARN: z.string().regex(/^arn:[^:]+:states:[^:]+:\d{12}:stateMachine:.+$/, 'must be an ARN'),
    ATLAS_CALLING_POLICY: jsonVariable(callingPolicySchema).default(defaultCallingPolicy),
  }),
);
const base = composeFunctionBase('LexFulfillmentHandler');
export const { logger, metrics } = base;

export const answerTurn = createAnswerTurn({
  ...base,
  policy: configuration.ATLAS_CALLING_POLICY,
  workflow: stepFunctionsWorkflow({
    client: new SFNClient(awsClientOptions({ requestTimeoutMs: 3000 })),
    stateMachineArn: configuration.STATE_MACHINE_ARN,
  }),
  count: (event) => metrics.count(event),
});
