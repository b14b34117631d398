import { LexRuntimeV2Client } from '@aws-sdk/client-lex-runtime-v2';
import { SFNClient } from '@aws-sdk/client-sfn';
import { SNSClient } from '@aws-sdk/client-sns';
import { randomBytes } from 'node:crypto';
import { businessHoursSchema, callingPolicySchema, defaultCallingPolicy } from '@atlas-engine/domain';
import { awsClientOptions, jsonVariable, readConfiguration } from '@atlas-engine/function-kit';
import { composeFunctionBase } from '@atlas-engine/interaction-store/compose';
import * as z from 'zod';
import { createAnswerTurn } from './answer-turn.ts';
import { createAnswerText } from './texting/answer-text.ts';
import { lexBot } from './texting/lex-bot.ts';
import { snsTexts } from './texting/sns-texts.ts';
import { stepFunctionsWorkflow } from './workflow/step-functions-workflow.ts';

const configuration = readConfiguration(
  z.object({
    STATE_MACHINE_ARN: z.string().regex(/^arn:[^:]+:states:[^:]+:\d{12}:stateMachine:.+$/, 'must be an ARN'),
    TEXT_BOT_ID: z.string().min(1),
    TEXT_BOT_ALIAS_ID: z.string().min(1),
    ATLAS_BUSINESS_HOURS: jsonVariable(businessHoursSchema),
    ATLAS_CALLING_POLICY: jsonVariable(callingPolicySchema).default(defaultCallingPolicy),
  }),
);
const base = composeFunctionBase('LexFulfillmentHandler');
export const { logger, metrics } = base;

export const answerTurn = createAnswerTurn({
  ...base,
  policy: configuration.ATLAS_CALLING_POLICY,
  businessHours: configuration.ATLAS_BUSINESS_HOURS,
  // 256 bits.
  newTicket: () => randomBytes(32).toString('base64url'),
  workflow: stepFunctionsWorkflow({
    client: new SFNClient(awsClientOptions({ requestTimeoutMs: 3000 })),
    stateMachineArn: configuration.STATE_MACHINE_ARN,
  }),
  count: (event) => metrics.count(event),
});

export const answerText = createAnswerText({
  ...base,
  // The bot asks this very function, which may take its whole time.
  askBot: lexBot({
    client: new LexRuntimeV2Client(awsClientOptions({ requestTimeoutMs: 15_000, maxAttempts: 1 })),
    botId: configuration.TEXT_BOT_ID,
    botAliasId: configuration.TEXT_BOT_ALIAS_ID,
  }),
  // SNS has no token against sending twice, so it is asked once.
  sendText: snsTexts({ client: new SNSClient(awsClientOptions({ maxAttempts: 1 })) }),
  count: (event) => metrics.count(event),
});
