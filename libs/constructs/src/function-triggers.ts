import type { QueueResource, RuleName } from '@atlas-engine/resource-names';
import { CfnRule } from 'aws-cdk-lib/aws-events';
import {
  type Alias,
  CfnEventInvokeConfig,
  CfnEventSourceMapping,
  CfnPermission,
} from 'aws-cdk-lib/aws-lambda';
import type { AtlasStack } from './atlas-stack.ts';

/** Messages of a queue, in batches; those that failed are reported one by one. */
export interface QueueTrigger {
  readonly queue: QueueResource;
  /** 1 to 10. */
  readonly batchSize: number;
  /** Seconds that a batch waits to be filled. */
  readonly windowSeconds: number;
  /** Batches worked on at once, 2 or more. */
  readonly maximumConcurrency: number;
}

/** Events that match a pattern, or a schedule. */
export type RuleTrigger =
  | { readonly rule: RuleName; readonly pattern: Readonly<Record<string, unknown>> }
  | { readonly rule: RuleName; readonly schedule: string; readonly input: Readonly<Record<string, unknown>> };

/** EventBridge's own limits: it tries to deliver an event for a day. Source: EventBridge user guide. */
const delivery = { maximumEventAgeInSeconds: 86_400, maximumRetryAttempts: 185 };

/** Lets a queue call the function. */
export const addQueueTrigger = (
  stack: AtlasStack,
  live: Alias,
  trigger: QueueTrigger,
): CfnEventSourceMapping =>
  new CfnEventSourceMapping(stack, 'Queue', {
    eventSourceArn: trigger.queue.arn,
    functionName: live.functionArn,
    batchSize: trigger.batchSize,
    maximumBatchingWindowInSeconds: trigger.windowSeconds,
    scalingConfig: { maximumConcurrency: trigger.maximumConcurrency },
    functionResponseTypes: ['ReportBatchItemFailures'],
  });

/** Lets a rule call the function. What cannot be delivered goes to AtlasEngineDeadLetters. */
export function addRuleTrigger(stack: AtlasStack, live: Alias, trigger: RuleTrigger): CfnRule {
  const { name, arn } = stack.names.rules[trigger.rule];
  const target = {
    id: 'Function',
    arn: live.functionArn,
    deadLetterConfig: { arn: stack.names.queues.deadLetters.arn },
    retryPolicy: delivery,
  };
  new CfnPermission(stack, `${trigger.rule}Permission`, {
    action: 'lambda:InvokeFunction',
    functionName: live.functionArn,
    principal: 'events.amazonaws.com',
    sourceArn: arn,
  });
  if ('pattern' in trigger) {
    return new CfnRule(stack, trigger.rule, {
      name,
      eventPattern: trigger.pattern,
      state: 'ENABLED',
      targets: [target],
    });
  }
  const input = JSON.stringify(trigger.input);
  return new CfnRule(stack, trigger.rule, {
    name,
    scheduleExpression: trigger.schedule,
    state: 'ENABLED',
    targets: [{ ...target, input }],
  });
}

/** Sends an event that the function failed on three times to AtlasEngineDeadLetters. */
export function keepFailedEvents(stack: AtlasStack, live: Alias): CfnEventInvokeConfig {
  const config = new CfnEventInvokeConfig(stack, 'FailedEvents', {
    functionName: live.lambda.functionName,
    qualifier: live.aliasName,
    maximumEventAgeInSeconds: 21_600,
    maximumRetryAttempts: 2,
    destinationConfig: { onFailure: { destination: stack.names.queues.deadLetters.arn } },
  });
  config.node.addDependency(live);
  return config;
}
