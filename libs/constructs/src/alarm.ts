import type { AlarmName } from '@atlas-engine/resource-names';
import { CfnAlarm } from 'aws-cdk-lib/aws-cloudwatch';
import type { AtlasStack } from './atlas-stack.ts';

/** A metric of CloudWatch, with how its values of one period become one. */
export interface WatchedMetric {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly statistic: 'Sum' | 'Average' | 'Maximum' | 'Minimum';
  readonly periodSeconds: number;
}

/** When people are told, and what they read then. */
export interface AlarmDefinition {
  readonly alarm: AlarmName;
  /** What it means, and what to do first: one or two sentences. */
  readonly meaning: string;
  readonly metric: WatchedMetric;
  readonly threshold: number;
  /** Default: a value of the threshold or more. */
  readonly when?: 'atLeast' | 'below';
  /** Periods in a row; default 1. */
  readonly periods?: number;
}

const comparisons = { atLeast: 'GreaterThanOrEqualToThreshold', below: 'LessThanThreshold' } as const;

/** The section of `docs/runbook.md` on an alarm: that of its kind for the alarms that every function has. */
export const runbookSection = (alarm: AlarmName): string => alarm.slice(alarm.lastIndexOf('-') + 1);

/** An alarm that tells AtlasEngineOperations when it begins and when it is over. No data is no alarm. */
export function addAlarm(stack: AtlasStack, definition: AlarmDefinition): CfnAlarm {
  const { alarm, metric, threshold, meaning, when = 'atLeast', periods = 1 } = definition;
  const { alarms, topics } = stack.names;
  const actions = [topics.operations.arn];
  return new CfnAlarm(stack, `${runbookSection(alarm)}Alarm`, {
    alarmName: alarms[alarm].name,
    alarmDescription: `${meaning} Runbook: docs/runbook.md#${runbookSection(alarm).toLowerCase()}`,
    namespace: metric.namespace,
    metricName: metric.name,
    dimensions: Object.entries(metric.dimensions).map(([name, value]) => ({ name, value })),
    statistic: metric.statistic,
    period: metric.periodSeconds,
    evaluationPeriods: periods,
    threshold,
    comparisonOperator: comparisons[when],
    treatMissingData: 'notBreaching',
    alarmActions: actions,
    okActions: actions,
  });
}
