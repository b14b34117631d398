import { type MetricName, metricNamespace } from '@atlas-engine/domain';
import type { AtlasNames } from '@atlas-engine/resource-names';

/** A row of a metric widget: namespace, metric, dimension names and values, then options; or one expression. */
type MetricRow = readonly (string | Readonly<Record<string, string | number>>)[];

interface Widget {
  readonly type: 'alarm' | 'metric';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** A graph before it has its place. */
interface Graph {
  readonly title: string;
  readonly rows: readonly MetricRow[];
  readonly stat: 'Sum' | 'Average' | 'Maximum';
}

const columns = 3;
const width = 8;
const height = 6;
const alarmHeight = 4;
const period = 300;

/** Every metric that the dashboard shows of the functions' own. */
const charts: readonly { title: string; stat: Graph['stat']; metrics: readonly MetricName[] }[] = [
  {
    title: 'Requests',
    stat: 'Sum',
    metrics: ['LeadCreated', 'LeadFound', 'LeadDuplicate', 'RequestStarted'],
  },
  { title: 'Calls', stat: 'Sum', metrics: ['CallPlaced', 'CallThrottled', 'CallRejected', 'CallUnknown'] },
  { title: 'Answer rate', stat: 'Average', metrics: ['CallAnswered'] },
  { title: 'Decisions at dialling', stat: 'Sum', metrics: ['DialAllowed', 'DialPostponed', 'DialRefused'] },
  {
    title: 'How requests ended',
    stat: 'Sum',
    metrics: ['LeadReached', 'LeadNotReached', 'LeadRefused', 'LeadDoNotCall', 'LeadFailed'],
  },
  { title: 'Quotas, %', stat: 'Maximum', metrics: ['ConnectLinesUsedPercent', 'SalesforceApiUsedPercent'] },
  { title: 'Oldest open call, s', stat: 'Maximum', metrics: ['OldestOpenCallSeconds'] },
  {
    title: 'What went wrong',
    stat: 'Sum',
    metrics: ['CrmFailure', 'ScenarioFallback', 'SummaryFallback', 'OrphanToken', 'CallsNotReconciled'],
  },
  { title: 'Conversations', stat: 'Sum', metrics: ['RequestRepeated', 'OptedOut', 'TurnFailed'] },
];

/** The one dashboard of a stage: alarms first, then the way of a lead, then what it runs on. */
export function dashboardOf(names: AtlasNames): { readonly widgets: readonly Widget[] } {
  const graphs = [...ownGraphs(names), refusals(names), ...resourceGraphs(names)];
  return {
    widgets: [alarmWidget(names), ...graphs.map((graph, index) => place(graph, index, names.region))],
  };
}

const alarmWidget = ({ alarms }: AtlasNames): Widget => ({
  type: 'alarm',
  ...{ x: 0, y: 0, width: width * columns, height: alarmHeight },
  properties: {
    title: 'Alarms',
    alarms: Object.values(alarms).map(({ arn }) => arn),
    sortBy: 'stateUpdatedTimestamp',
  },
});

const place = ({ title, rows, stat }: Graph, index: number, region: string): Widget => ({
  type: 'metric',
  ...{ x: (index % columns) * width, y: alarmHeight + Math.floor(index / columns) * height, width, height },
  properties: { title, metrics: rows, stat, period, region, view: 'timeSeries', yAxis: { left: { min: 0 } } },
});

const ownGraphs = ({ stage }: AtlasNames): Graph[] =>
  charts.map(({ title, stat, metrics }) => ({
    ...{ title, stat },
    rows: metrics.map((metric) => [metricNamespace, metric, 'stage', stage]),
  }));

/** By search, because only reasons that occurred have a metric. */
const refusals = ({ stage }: AtlasNames): Graph => ({
  title: 'Refused and put off, by reason',
  stat: 'Sum',
  rows: ['DialRefused', 'DialPostponed'].map((metric) => [
    {
      expression: `SEARCH('{${metricNamespace},stage} stage="${stage}" ${metric}', 'Sum', ${String(period)})`,
    },
  ]),
});

function resourceGraphs({ functions, queues, workflow }: AtlasNames): Graph[] {
  const perFunction = (metric: string): MetricRow[] =>
    Object.values(functions).map(({ name }) => ['AWS/Lambda', metric, 'FunctionName', name]);
  const perQueue = (metric: string): MetricRow[] =>
    Object.values(queues).map(({ name }) => ['AWS/SQS', metric, 'QueueName', name]);
  const executions = ['ExecutionsStarted', 'ExecutionsSucceeded', 'ExecutionsFailed', 'ExecutionsTimedOut'];
  return [
    {
      title: 'Executions',
      stat: 'Sum',
      rows: executions.map((metric) => ['AWS/States', metric, 'StateMachineArn', workflow.arn]),
    },
    { title: 'Function errors', stat: 'Sum', rows: perFunction('Errors') },
    { title: 'Function throttles', stat: 'Sum', rows: perFunction('Throttles') },
    { title: 'Slowest invocations, ms', stat: 'Maximum', rows: perFunction('Duration') },
    { title: 'Messages waiting', stat: 'Maximum', rows: perQueue('ApproximateNumberOfMessagesVisible') },
    { title: 'Oldest message, s', stat: 'Maximum', rows: perQueue('ApproximateAgeOfOldestMessage') },
  ];
}
