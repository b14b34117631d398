import * as z from 'zod';
import { parseInput } from '../parse-input.ts';
import {
  cloudWatchInputErrors,
  invalidCombination,
  invalidValue,
  missingParameter,
} from './cloudwatch-error.ts';
import {
  dimensionsMember,
  dimensionsOf,
  metricNameMember,
  namespaceMember,
  unitMember,
} from './metric-members.ts';
import type { MetricPoint } from './metric-point.ts';

const value = z.number().refine((number) => Math.abs(number) <= 2 ** 360, 'must be within -2^360 to 2^360');
const datumSchema = z.strictObject({
  MetricName: metricNameMember,
  Dimensions: dimensionsMember,
  Timestamp: z.number().optional(),
  Value: value.optional(),
  Values: z.array(value).min(1).max(150).optional(),
  Counts: z.array(z.number().positive()).max(150).optional(),
  Unit: unitMember.default('None'),
  StorageResolution: z.literal([1, 60]).optional(),
});
const schema = z.strictObject({
  Namespace: namespaceMember.refine((name) => !name.startsWith('AWS/'), 'must not begin with AWS/'),
  MetricData: z.array(datumSchema).min(1).max(1000),
});

type Datum = z.infer<typeof datumSchema>;

const hour = 60 * 60_000;
/** How far a timestamp may be away (API reference, MetricDatum). */
const window = { past: 14 * 24 * hour, future: 2 * hour };

const timeOf = ({ Timestamp }: Datum, now: number): number => {
  if (Timestamp === undefined) return now;
  const at = Timestamp * 1000;
  if (at >= now - window.past && at <= now + window.future) return at;
  throw invalidValue(
    'Timestamp: must be no more than two weeks in the past and two hours in the future, by the simulated clock',
  );
};

/** Values with how often each occurred. */
const valuesOf = ({ Value, Values, Counts }: Datum): readonly (readonly [number, number])[] => {
  if (Value !== undefined && Values !== undefined)
    throw invalidCombination('Value and Values: exclude each other');
  if (Value !== undefined) return [[Value, 1]];
  if (Values === undefined) throw missingParameter('MetricData: must have one of Value and Values');
  if (Counts !== undefined && Counts.length !== Values.length)
    throw invalidValue(`Counts: must be as long as Values, ${Values.length}, is ${Counts.length}`);
  return Values.map((one, index) => [one, Counts?.[index] ?? 1]);
};

/** Reads the points of PutMetricData; all of them are good, or none is taken. @throws AwsError */
export const readMetricData = (input: unknown, now: number): readonly MetricPoint[] => {
  const { Namespace, MetricData } = parseInput(schema, input, cloudWatchInputErrors);
  return MetricData.flatMap((datum) => {
    const at = timeOf(datum, now);
    return valuesOf(datum).map(([one, count]) => ({
      namespace: Namespace,
      name: datum.MetricName,
      dimensions: dimensionsOf(datum.Dimensions),
      value: one,
      ...(count !== 1 && { count }),
      unit: datum.Unit,
      at,
    }));
  });
};
