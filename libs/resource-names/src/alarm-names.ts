import { functionNames, type FunctionName } from './constants.ts';

/** What is watched of every function. `NewVersionErrors` takes a deployment back. */
export const functionAlarms = ['Errors', 'NewVersionErrors', 'Throttles', 'Duration'] as const;
export type FunctionAlarm = (typeof functionAlarms)[number];

/** What is watched by the metrics that the functions write. */
export const metricAlarms = [
  'AnswerRate',
  'ConnectLines',
  'CrmFailures',
  'DialRefusals',
  'OldestOpenCall',
  'OrphanTokens',
  'SalesforceApiUse',
  'ScenarioFallbacks',
  'SummaryFallbacks',
] as const;
export type MetricAlarm = (typeof metricAlarms)[number];

/** What is watched of the workflow and the queues. */
export const resourceAlarms = [
  'DeadLetters',
  'DialDeadLetters',
  'DialQueueAge',
  'ParkedRequests',
  'WorkflowFailures',
  'WorkflowTimeouts',
] as const;
export type ResourceAlarm = (typeof resourceAlarms)[number];

export type AlarmName = `${FunctionName}-${FunctionAlarm}` | MetricAlarm | ResourceAlarm;

/** Every alarm. Each stands in the stack of what it watches. */
export const alarmNames: readonly AlarmName[] = [
  ...functionNames.flatMap((name) => functionAlarms.map((alarm) => `${name}-${alarm}` as const)),
  ...metricAlarms,
  ...resourceAlarms,
];
