import {
  functionNames,
  type FunctionName,
  type HttpApiName,
  httpApiNames,
  type SiteName,
  siteNames,
} from './constants.ts';

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
  'WrapUpDeadLetters',
] as const;
export type ResourceAlarm = (typeof resourceAlarms)[number];

/** What is watched of every HTTP API. */
export const httpApiAlarms = ['ServerErrors'] as const;
export type HttpApiAlarm = (typeof httpApiAlarms)[number];

/** What is watched of every site. */
export const siteAlarms = ['SiteErrors'] as const;
export type SiteAlarm = (typeof siteAlarms)[number];

export type AlarmName =
  | `${FunctionName}-${FunctionAlarm}`
  | `${HttpApiName}-${HttpApiAlarm}`
  | `${SiteName}-${SiteAlarm}`
  | MetricAlarm
  | ResourceAlarm;

/** Every alarm. Each stands in the stack of what it watches. */
export const alarmNames: readonly AlarmName[] = [
  ...functionNames.flatMap((name) => functionAlarms.map((alarm) => `${name}-${alarm}` as const)),
  ...httpApiNames.flatMap((name) => httpApiAlarms.map((alarm) => `${name}-${alarm}` as const)),
  ...siteNames.flatMap((name) => siteAlarms.map((alarm) => `${name}-${alarm}` as const)),
  ...metricAlarms,
  ...resourceAlarms,
];
