import { addAlarm, type AtlasStack, type WatchedMetric } from '@atlas-engine/constructs';
import type { CfnAlarm } from 'aws-cdk-lib/aws-cloudwatch';

const fiveMinutes = 300;

const executions = ({ names }: AtlasStack, name: string): WatchedMetric => ({
  namespace: 'AWS/States',
  name,
  dimensions: { StateMachineArn: names.workflow.arn },
  statistic: 'Sum',
  periodSeconds: fiveMinutes,
});

/** Executions that fail or outlive their limit. Answers with the alarm that stops a new version. */
export function addWorkflowAlarms(stack: AtlasStack): CfnAlarm {
  addAlarm(stack, {
    alarm: 'WorkflowTimeouts',
    meaning:
      'Executions outlived the limit of the workflow, and their leads were not updated. Find what they waited for.',
    metric: executions(stack, 'ExecutionsTimedOut'),
    threshold: 1,
  });
  return addAlarm(stack, {
    alarm: 'WorkflowFailures',
    meaning:
      'Many executions fail. Read the reason of the parked requests; if a new version began it, it is taken back.',
    metric: executions(stack, 'ExecutionsFailed'),
    threshold: stack.configuration.alarms.workflowFailures,
  });
}

/** Requests that wait for a person. */
export function addParkedRequestsAlarm(stack: AtlasStack): CfnAlarm {
  return addAlarm(stack, {
    alarm: 'ParkedRequests',
    meaning: 'Requests wait for a person. Read their reason, put it right, and ask for them again.',
    metric: {
      namespace: 'AWS/SQS',
      name: 'ApproximateNumberOfMessagesVisible',
      dimensions: { QueueName: stack.names.queues.parkedRequests.name },
      statistic: 'Maximum',
      periodSeconds: fiveMinutes,
    },
    threshold: 1,
  });
}
