import { type MetricName, metricNamespace } from '@atlas-engine/domain';
import type { MetricAlarm, StageConfiguration } from '@atlas-engine/resource-names';
import { addAlarm, type WatchedMetric } from './alarm.ts';
import type { AtlasStack } from './atlas-stack.ts';

type Statistic = WatchedMetric['statistic'];

/** When an alarm on a metric of the functions rings. */
export interface MetricAlarmRule {
  readonly metric: MetricName;
  readonly statistic: Statistic;
  readonly periodSeconds: number;
  readonly periods?: number;
  readonly when?: 'atLeast' | 'below';
  readonly threshold: (alarms: StageConfiguration['alarms']) => number;
  readonly meaning: string;
}

const fiveMinutes = 300;
const quarter = 900;
const hour = 3600;

const often = (metric: MetricName, periodSeconds: number) =>
  ({ metric, statistic: 'Sum', periodSeconds }) as const;
const highest = (metric: MetricName) => ({ metric, statistic: 'Maximum', periodSeconds: quarter }) as const;

/** The alarms that a function's stack may name: each stands beside the function that writes its metric. */
export const metricAlarmRules: Readonly<Record<MetricAlarm, MetricAlarmRule>> = {
  AnswerRate: {
    ...{ metric: 'CallAnswered', statistic: 'Average', periodSeconds: hour, periods: 6, when: 'below' },
    threshold: ({ answerRatePercent }) => answerRatePercent / 100,
    meaning:
      'For six hours hardly anybody answered. See whether the number is shown as spam or the audio fails.',
  },
  ConnectLines: {
    ...{ ...highest('ConnectLinesUsedPercent'), periods: 2 },
    threshold: ({ connectLinesPercent }) => connectLinesPercent,
    meaning: 'Nearly all lines of Amazon Connect are busy. Ask for a higher quota or place fewer calls.',
  },
  CrmFailures: {
    ...often('CrmFailure', fiveMinutes),
    threshold: ({ crmFailures }) => crmFailures,
    meaning:
      'Salesforce refuses or does not answer. Read the error code in the log: secret, limit, rule or outage.',
  },
  DialRefusals: {
    ...often('DialRefused', hour),
    threshold: ({ dialRefusals }) => dialRefusals,
    meaning: 'Many calls are refused for good. See the reasons on the dashboard and put the lead list right.',
  },
  OldestOpenCall: {
    ...highest('OldestOpenCallSeconds'),
    threshold: ({ oldestCallSeconds }) => oldestCallSeconds,
    meaning:
      'An execution waits too long for its call. Find the call with the oldest change and what it waits for.',
  },
  OrphanTokens: {
    ...often('OrphanToken', hour),
    threshold: ({ orphanTokens }) => orphanTokens,
    meaning: 'Calls end for which no workflow waits. Look for executions that were stopped or timed out.',
  },
  SalesforceApiUse: {
    ...highest('SalesforceApiUsedPercent'),
    threshold: ({ salesforceApiPercent }) => salesforceApiPercent,
    meaning: "The org's daily requests run out. Find who uses them, or start fewer requests until tomorrow.",
  },
  ScenarioFallbacks: {
    ...often('ScenarioFallback', hour),
    threshold: ({ modelFallbacks }) => modelFallbacks,
    meaning: 'Calls are made with the template in place of a scenario. See why Bedrock gives none.',
  },
  SummaryFallbacks: {
    ...often('SummaryFallback', hour),
    threshold: ({ modelFallbacks }) => modelFallbacks,
    meaning: 'Summaries are made by rules. See why Bedrock gives none.',
  },
};

/** Adds alarms on what the functions write. */
export function addMetricAlarms(stack: AtlasStack, alarms: readonly MetricAlarm[]): void {
  const { configuration } = stack;
  for (const alarm of alarms) {
    const { metric: name, statistic, periodSeconds, threshold, ...rule } = metricAlarmRules[alarm];
    const dimensions = { stage: configuration.stage };
    addAlarm(stack, {
      ...rule,
      alarm,
      metric: { namespace: metricNamespace, name, dimensions, statistic, periodSeconds },
      threshold: threshold(configuration.alarms),
    });
  }
}
