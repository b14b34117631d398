import type { AlarmDefinition, AlarmState } from './alarm.ts';
import type { MetricPoint } from './metric-point.ts';
import { statistics } from './metric-statistics.ts';

/** What an alarm comes to, and why. */
export interface Evaluation {
  readonly state: AlarmState;
  readonly reason: string;
  /** Whether there is data that will grow too old, so that the state may change without any more of it. */
  readonly hasData: boolean;
}

const comparisons: Readonly<
  Record<AlarmDefinition['ComparisonOperator'], (value: number, threshold: number) => boolean>
> = {
  GreaterThanOrEqualToThreshold: (value, threshold) => value >= threshold,
  GreaterThanThreshold: (value, threshold) => value > threshold,
  LessThanThreshold: (value, threshold) => value < threshold,
  LessThanOrEqualToThreshold: (value, threshold) => value <= threshold,
};

/**
 * Evaluates an alarm on the points of its metric: the last periods, the present one included once it has data
 * (CloudWatch user guide, evaluating an alarm, and how alarms treat missing data).
 */
export function evaluateAlarm(
  alarm: AlarmDefinition,
  points: readonly MetricPoint[],
  { now, state }: { readonly now: number; readonly state: AlarmState },
): Evaluation {
  const values = lastPeriods(alarm, points, now);
  const known = values.filter((value) => value !== undefined);
  const breaches = comparisons[alarm.ComparisonOperator];
  const missing = values.length - known.length;
  const breaching =
    known.filter((value) => breaches(value, alarm.Threshold)).length +
    (alarm.TreatMissingData === 'breaching' ? missing : 0);
  const needed = alarm.DatapointsToAlarm ?? alarm.EvaluationPeriods;
  const hasData = known.length > 0;
  const shown = known.map(String).join(', ');
  if (breaching >= needed)
    return {
      state: 'ALARM',
      hasData,
      reason: `Threshold Crossed: ${breaching} out of the last ${values.length} datapoints [${shown}] ${alarm.ComparisonOperator} (${alarm.Threshold})`,
    };
  return { ...withoutBreach(alarm, state, hasData), hasData };
}

function withoutBreach(
  { TreatMissingData }: AlarmDefinition,
  state: AlarmState,
  hasData: boolean,
): Pick<Evaluation, 'state' | 'reason'> {
  if (!hasData && TreatMissingData === 'missing')
    return { state: 'INSUFFICIENT_DATA', reason: 'Insufficient Data: no datapoints were received' };
  if (!hasData && TreatMissingData === 'ignore') return { state, reason: 'No datapoints were received' };
  return { state: 'OK', reason: 'Threshold not crossed' };
}

/** The values of the periods, the latest first; undefined where there is no data. */
function lastPeriods(
  { Period, EvaluationPeriods, Statistic }: AlarmDefinition,
  points: readonly MetricPoint[],
  now: number,
): readonly (number | undefined)[] {
  const length = Period * 1000;
  const byPeriod = Map.groupBy(points, ({ at }) => Math.floor(at / length));
  const present = Math.floor(now / length);
  const latest = byPeriod.has(present) ? present : present - 1;
  return Array.from({ length: EvaluationPeriods }, (_, index) => {
    const values = byPeriod.get(latest - index);
    return values === undefined ? undefined : statistics[Statistic](values);
  });
}
