import * as z from 'zod';
import { pageByName } from '../page.ts';
import { parseInput } from '../parse-input.ts';
import { cloudWatchInputErrors, invalidValue } from './cloudwatch-error.ts';
import { dimensionList, metricNameMember, namespaceMember } from './metric-members.ts';
import { metricKey, type MetricPoint } from './metric-point.ts';

const schema = z.strictObject({
  Namespace: namespaceMember.optional(),
  MetricName: metricNameMember.optional(),
  Dimensions: z
    .array(z.strictObject({ Name: z.string().min(1), Value: z.string().optional() }))
    .max(10)
    .default([]),
  NextToken: z.string().optional(),
});

type Question = z.infer<typeof schema>;

const fits = ({ namespace, name, dimensions }: MetricPoint, asked: Question): boolean =>
  (asked.Namespace ?? namespace) === namespace &&
  (asked.MetricName ?? name) === name &&
  asked.Dimensions.every(
    ({ Name, Value }) => dimensions[Name] !== undefined && (Value ?? dimensions[Name]) === dimensions[Name],
  );

/** Answers ListMetrics from points, 500 metrics a page. @throws AwsError */
export const listMetrics = (input: unknown, points: readonly MetricPoint[]) => {
  const asked = parseInput(schema, input, cloudWatchInputErrors);
  const metrics = new Map(
    points.filter((point) => fits(point, asked)).map((point) => [metricKey(point), point]),
  );
  const page = pageByName(metrics, {
    nameOf: ([key]) => key,
    most: 500,
    token: asked.NextToken,
    invalidToken: () => invalidValue('NextToken: is not one that this service gave'),
  });
  return {
    Metrics: page.items.map(([, { namespace, name, dimensions }]) => ({
      Namespace: namespace,
      MetricName: name,
      Dimensions: dimensionList(dimensions),
    })),
    NextToken: page.nextToken,
  };
};
