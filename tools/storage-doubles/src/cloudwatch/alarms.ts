import type { Operation } from '@atlas-engine/aws-wire';
import { AwsError } from '@atlas-engine/aws-wire';
import type { Collection, SimulationClock, StateStore } from '@atlas-engine/simulation';
import * as z from 'zod';
import { parseInput } from '../parse-input.ts';
import { alarmSchema, type Alarm, type AlarmDefinition, type AlarmState } from './alarm.ts';
import { cloudWatchInputErrors } from './cloudwatch-error.ts';
import { evaluateAlarm } from './evaluate-alarm.ts';
import { dimensionsOf } from './metric-members.ts';
import { metricKey, type MetricPoint } from './metric-point.ts';

export interface AlarmsOptions {
  readonly clock: SimulationClock;
  readonly store: StateStore;
  readonly region: string;
  readonly accountId: string;
  /** The points of a metric by its key, those from `since` on. */
  readonly pointsOf: (key: string, since: number) => readonly MetricPoint[];
  /** Hears of every change of a state, with the actions that are to be carried out. */
  readonly onChange: (change: AlarmChange) => void;
}

export interface AlarmChange {
  readonly name: string;
  readonly arn: string;
  readonly description: string;
  readonly from: AlarmState;
  readonly to: AlarmState;
  readonly reason: string;
  /** ARNs. */
  readonly actions: readonly string[];
}

/** The alarms of an account, which outlive the process; the points of metrics do not. */
export interface Alarms {
  /** Makes an alarm or changes it; one that is changed is judged anew. @throws AwsError naming the property */
  put(properties: unknown): Alarm;
  remove(name: string): void;
  find(name: string): Alarm | undefined;
  /** Looks again at the alarms of a metric. */
  look(point: MetricPoint): void;
  arnOf(name: string): string;
  readonly operations: Readonly<Record<string, Operation>>;
}

const keyOf = ({ Namespace, MetricName, Dimensions }: AlarmDefinition): string =>
  metricKey({ namespace: Namespace, name: MetricName, dimensions: dimensionsOf(Dimensions) });

const names = z.array(z.string()).max(100);
const stateInput = z.strictObject({
  AlarmName: z.string(),
  StateValue: z.enum(['OK', 'ALARM', 'INSUFFICIENT_DATA']),
  StateReason: z.string().max(1023),
  StateReasonData: z.string().optional(),
});
const describeInput = z.strictObject({
  AlarmNames: names.optional(),
  AlarmNamePrefix: z.string().optional(),
  AlarmTypes: z.array(z.literal('MetricAlarm')).optional(),
  StateValue: z.enum(['OK', 'ALARM', 'INSUFFICIENT_DATA']).optional(),
  MaxRecords: z.int().min(1).max(100).optional(),
});

export function createAlarms(options: AlarmsOptions): Alarms {
  const { clock, store, region, accountId } = options;
  const alarms: Collection<Alarm> = store.collection('cloudwatch/alarms');
  const waiting = new Set<string>();
  const arnOf = (name: string): string => `arn:aws:cloudwatch:${region}:${accountId}:alarm:${name}`;

  const enter = (alarm: Alarm, to: AlarmState, reason: string): void => {
    const { definition, state: from } = alarm;
    alarms.set(definition.AlarmName, { ...alarm, state: to, reason, updatedAt: clock.now() });
    if (from === to) return;
    const byState = {
      OK: definition.OKActions,
      ALARM: definition.AlarmActions,
      INSUFFICIENT_DATA: definition.InsufficientDataActions,
    };
    options.onChange({
      name: definition.AlarmName,
      arn: arnOf(definition.AlarmName),
      description: definition.AlarmDescription ?? '',
      ...{ from, to, reason },
      actions: definition.ActionsEnabled ? byState[to] : [],
    });
  };

  const judge = (name: string): void => {
    const alarm = alarms.get(name);
    if (alarm === undefined) return;
    const { definition, state } = alarm;
    const now = clock.now();
    const period = definition.Period * 1000;
    const points = options.pointsOf(keyOf(definition), now - period * (definition.EvaluationPeriods + 1));
    const evaluation = evaluateAlarm(definition, points, { now, state });
    if (evaluation.state !== state) enter(alarm, evaluation.state, evaluation.reason);
    if (evaluation.hasData) lookAgain(name, (Math.floor(now / period) + 1) * period);
  };

  /** Data grows too old at the end of a period; without any, nothing changes by itself. */
  const lookAgain = (name: string, at: number): void => {
    if (waiting.has(name)) return;
    waiting.add(name);
    clock.schedule(at, () => {
      waiting.delete(name);
      judge(name);
    });
  };

  const find = (name: string): Alarm => {
    const alarm = alarms.get(name);
    if (alarm !== undefined) return alarm;
    throw new AwsError('ResourceNotFound', `Unknown alarm: ${name}`, { status: 404 });
  };

  const put = (properties: unknown): Alarm => {
    const definition = parseInput(alarmSchema, properties, cloudWatchInputErrors);
    const known = alarms.get(definition.AlarmName);
    const isSame = known !== undefined && JSON.stringify(known.definition) === JSON.stringify(definition);
    if (isSame) return known;
    const alarm: Alarm = {
      definition,
      state: 'INSUFFICIENT_DATA',
      reason: 'Unchecked: Initial alarm creation',
      updatedAt: clock.now(),
    };
    alarms.set(definition.AlarmName, alarm);
    judge(definition.AlarmName);
    return alarm;
  };

  const setEnabled = (input: unknown, ActionsEnabled: boolean): unknown => {
    const { AlarmNames } = parseInput(z.strictObject({ AlarmNames: names }), input, cloudWatchInputErrors);
    for (const name of AlarmNames) {
      const alarm = alarms.get(name);
      if (alarm !== undefined)
        alarms.set(name, { ...alarm, definition: { ...alarm.definition, ActionsEnabled } });
    }
    return {};
  };

  for (const name of alarms.keys()) judge(name);

  return {
    put,
    arnOf,
    remove: (name) => void alarms.delete(name),
    find: (name) => alarms.get(name),
    look: (point) => {
      const key = metricKey(point);
      for (const [name, { definition }] of alarms.entries()) if (keyOf(definition) === key) judge(name);
    },
    operations: {
      PutMetricAlarm: (input) => {
        put(input);
        return {};
      },
      DeleteAlarms: (input) => {
        const { AlarmNames } = parseInput(
          z.strictObject({ AlarmNames: names }),
          input,
          cloudWatchInputErrors,
        );
        AlarmNames.forEach(find);
        for (const name of AlarmNames) alarms.delete(name);
        return {};
      },
      SetAlarmState: (input) => {
        const asked = parseInput(stateInput, input, cloudWatchInputErrors);
        enter(find(asked.AlarmName), asked.StateValue, asked.StateReason);
        return {};
      },
      EnableAlarmActions: (input) => setEnabled(input, true),
      DisableAlarmActions: (input) => setEnabled(input, false),
      DescribeAlarms: (input) => {
        const asked = parseInput(describeInput, input, cloudWatchInputErrors);
        const found = [...alarms.values()].filter(
          ({ definition: { AlarmName }, state }) =>
            (asked.AlarmNames?.includes(AlarmName) ?? true) &&
            AlarmName.startsWith(asked.AlarmNamePrefix ?? '') &&
            (asked.StateValue ?? state) === state,
        );
        return { MetricAlarms: found.map((alarm) => alarmView(alarm, arnOf)), CompositeAlarms: [] };
      },
    },
  };
}

const alarmView = ({ definition, state, reason, updatedAt }: Alarm, arnOf: (name: string) => string) => ({
  ...definition,
  AlarmArn: arnOf(definition.AlarmName),
  StateValue: state,
  StateReason: reason,
  StateUpdatedTimestamp: new Date(updatedAt),
});
