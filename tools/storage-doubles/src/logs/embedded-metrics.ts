import * as z from 'zod';
import type { MetricPoint } from '../cloudwatch/metric-point.ts';

const lineSchema = z.looseObject({
  _aws: z.object({
    Timestamp: z.number(),
    CloudWatchMetrics: z.array(
      z.object({
        Namespace: z.string(),
        Dimensions: z.array(z.array(z.string())),
        Metrics: z.array(z.object({ Name: z.string(), Unit: z.string().default('None') })),
      }),
    ),
  }),
});

type Line = z.infer<typeof lineSchema>;
type Directive = Line['_aws']['CloudWatchMetrics'][number];

const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line.slice(Math.max(line.indexOf('{'), 0)));
  } catch {
    return undefined;
  }
};

const valuesOf = (field: unknown): readonly number[] =>
  [field].flat().filter((value) => typeof value === 'number');

/** A dimension whose field is absent or no text is left out, and the metric with it, as CloudWatch does. */
const dimensionsOf = (fields: Line, names: readonly string[]): Record<string, string> | undefined => {
  const entries = names.flatMap((name) => {
    const value = fields[name];
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
  return entries.length === names.length ? Object.fromEntries(entries) : undefined;
};

const pointsOf = (fields: Line, { Namespace, Dimensions, Metrics }: Directive): readonly MetricPoint[] =>
  Dimensions.flatMap((names) => {
    const dimensions = dimensionsOf(fields, names);
    if (dimensions === undefined) return [];
    return Metrics.flatMap(({ Name, Unit }) =>
      valuesOf(fields[Name]).map((value) => ({
        namespace: Namespace,
        name: Name,
        dimensions,
        value,
        unit: Unit,
        at: fields._aws.Timestamp,
      })),
    );
  });

/**
 * The metrics of a log line in the embedded metric format, which may follow a prefix; none for any other line.
 *
 * Source: CloudWatch user guide, "Specification: Embedded metric format".
 */
export const embeddedMetrics = (line: string): readonly MetricPoint[] => {
  if (!line.includes('"_aws"')) return [];
  const read = lineSchema.safeParse(parsed(line));
  if (!read.success) return [];
  const fields = read.data;
  return fields._aws.CloudWatchMetrics.flatMap((directive) => pointsOf(fields, directive));
};
