import { addAlarm, type AtlasStack, type WatchedMetric } from '@atlas-engine/constructs';
import type { QueueResource } from '@atlas-engine/resource-names';

const queueMetric = (
  queue: QueueResource,
  name: 'ApproximateAgeOfOldestMessage' | 'ApproximateNumberOfMessagesVisible',
): WatchedMetric => ({
  ...{ namespace: 'AWS/SQS', name, dimensions: { QueueName: queue.name } },
  ...{ statistic: 'Maximum', periodSeconds: 300 },
});

/** Dial requests that wait too long, and everything that was set aside. */
export function addQueueAlarms(stack: AtlasStack): void {
  const { queues } = stack.names;
  addAlarm(stack, {
    alarm: 'DialQueueAge',
    meaning:
      'Dial requests wait too long. See whether InitiateCallHandler runs, and what it says of pacing and throttles.',
    metric: queueMetric(queues.dial, 'ApproximateAgeOfOldestMessage'),
    threshold: stack.configuration.alarms.dialQueueSeconds,
  });
  addAlarm(stack, {
    alarm: 'DialDeadLetters',
    meaning:
      'Dial requests failed again and again and were set aside. Find the error, then send them back to the queue.',
    metric: queueMetric(queues.dialDeadLetters, 'ApproximateNumberOfMessagesVisible'),
    threshold: 1,
  });
  addAlarm(stack, {
    alarm: 'WrapUpDeadLetters',
    meaning:
      "Agents' wrap-ups did not reach Salesforce in ten hours and were set aside. Find the error, then send them back.",
    metric: queueMetric(queues.wrapUpDeadLetters, 'ApproximateNumberOfMessagesVisible'),
    threshold: 1,
  });
  addAlarm(stack, {
    alarm: 'DeadLetters',
    meaning:
      'Events could not be delivered and were set aside. Find the error; the reconciler follows their calls.',
    metric: queueMetric(queues.deadLetters, 'ApproximateNumberOfMessagesVisible'),
    threshold: 1,
  });
}
