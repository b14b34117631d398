import * as z from 'zod';
import { dimensionsMember, metricNameMember, namespaceMember, unitMember } from './metric-members.ts';

const flag = z.union([z.boolean(), z.stringbool()]);
const actions = z.array(z.string()).max(5).default([]);

/** An alarm on one metric, with the limits of the API reference (PutMetricAlarm). Metric math and percentiles are refused. */
export const alarmSchema = z.strictObject({
  AlarmName: z.string().min(1).max(255),
  AlarmDescription: z.string().max(1024).optional(),
  ActionsEnabled: flag.default(true),
  AlarmActions: actions,
  OKActions: actions,
  InsufficientDataActions: actions,
  Namespace: namespaceMember,
  MetricName: metricNameMember,
  Dimensions: dimensionsMember,
  Statistic: z.enum(['SampleCount', 'Average', 'Sum', 'Minimum', 'Maximum']),
  Unit: unitMember.optional(),
  /** In seconds. */
  Period: z.coerce
    .number()
    .int()
    .refine((seconds) => [10, 20, 30].includes(seconds) || (seconds >= 60 && seconds % 60 === 0), {
      message: 'must be 10, 20, 30 or a multiple of 60',
    }),
  EvaluationPeriods: z.coerce.number().int().min(1),
  DatapointsToAlarm: z.coerce.number().int().min(1).optional(),
  Threshold: z.coerce.number(),
  ComparisonOperator: z.enum([
    'GreaterThanOrEqualToThreshold',
    'GreaterThanThreshold',
    'LessThanThreshold',
    'LessThanOrEqualToThreshold',
  ]),
  TreatMissingData: z.enum(['breaching', 'notBreaching', 'ignore', 'missing']).default('missing'),
  Tags: z.array(z.strictObject({ Key: z.string(), Value: z.string() })).optional(),
});

export type AlarmDefinition = Readonly<z.output<typeof alarmSchema>>;
export type AlarmState = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';

/** An alarm with its state. Times are simulated epoch milliseconds. */
export interface Alarm {
  readonly definition: AlarmDefinition;
  readonly state: AlarmState;
  readonly reason: string;
  readonly updatedAt: number;
}
