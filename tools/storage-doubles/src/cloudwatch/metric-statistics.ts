import * as z from 'zod';
import { parseInput } from '../parse-input.ts';
import { cloudWatchInputErrors, invalidCombination, invalidValue } from './cloudwatch-error.ts';
import {
  dimensionsMember,
  dimensionsOf,
  metricNameMember,
  namespaceMember,
  unitMember,
} from './metric-members.ts';
import { metricKey, type MetricPoint } from './metric-point.ts';

/** How the points of a period become one value. */
export const statistics = {
  SampleCount: (points: readonly MetricPoint[]) => points.reduce((sum, { count = 1 }) => sum + count, 0),
  Sum: (points: readonly MetricPoint[]) =>
    points.reduce((sum, { value, count = 1 }) => sum + value * count, 0),
  Minimum: (points: readonly MetricPoint[]) =>
    points.reduce((least, { value }) => Math.min(least, value), Infinity),
  Maximum: (points: readonly MetricPoint[]) =>
    points.reduce((most, { value }) => Math.max(most, value), -Infinity),
  Average: (points: readonly MetricPoint[]): number =>
    statistics.Sum(points) / statistics.SampleCount(points),
};

const schema = z.strictObject({
  Namespace: namespaceMember,
  MetricName: metricNameMember,
  Dimensions: dimensionsMember,
  StartTime: z.number(),
  EndTime: z.number(),
  Period: z
    .int()
    .refine((seconds) => [1, 5, 10, 30].includes(seconds) || (seconds >= 60 && seconds % 60 === 0), {
      message: 'must be 1, 5, 10, 30 or a multiple of 60',
    }),
  Statistics: z
    .array(z.enum(Object.keys(statistics) as (keyof typeof statistics)[]))
    .min(1)
    .max(5),
  Unit: unitMember.optional(),
});

type Question = z.infer<typeof schema>;

/** Datapoints of one answer (API reference, GetMetricStatistics). */
const mostDatapoints = 1440;

const checkSpan = ({ StartTime, EndTime, Period }: Question): void => {
  if (StartTime >= EndTime)
    throw invalidValue('StartTime: must be less than EndTime, and is equal to it or greater');
  const datapoints = Math.ceil((EndTime - StartTime) / Period);
  if (datapoints > mostDatapoints)
    throw invalidCombination(
      `You have requested up to ${datapoints} datapoints, which exceeds the limit of ${mostDatapoints}. You may reduce the datapoints requested by increasing Period, or decreasing the time range.`,
    );
};

const matching = (points: readonly MetricPoint[], asked: Question): readonly MetricPoint[] => {
  const key = metricKey({
    namespace: asked.Namespace,
    name: asked.MetricName,
    dimensions: dimensionsOf(asked.Dimensions),
  });
  return points.filter(
    (point) =>
      point.at >= asked.StartTime * 1000 &&
      point.at < asked.EndTime * 1000 &&
      (asked.Unit ?? point.unit) === point.unit &&
      metricKey(point) === key,
  );
};

/** Answers GetMetricStatistics from points; units that differ are not put together. @throws AwsError */
export const metricStatistics = (input: unknown, points: readonly MetricPoint[]) => {
  const asked = parseInput(schema, input, cloudWatchInputErrors);
  checkSpan(asked);
  const periods = Map.groupBy(matching(points, asked), ({ at, unit }) =>
    JSON.stringify([Math.floor(at / 1000 / asked.Period) * asked.Period, unit]),
  );
  const Datapoints = [...periods].map(([period, values]) => {
    const [start, unit] = JSON.parse(period) as [number, string];
    const results = asked.Statistics.map((name) => [name, statistics[name](values)] as const);
    return { Timestamp: new Date(start * 1000), Unit: unit, ...Object.fromEntries<number>(results) };
  });
  return { Label: asked.MetricName, Datapoints };
};
