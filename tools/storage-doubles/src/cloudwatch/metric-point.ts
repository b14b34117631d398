/** One value of a metric. */
export interface MetricPoint {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly value: number;
  /** How often the value occurred; once when absent. */
  readonly count?: number;
  /** One of CloudWatch's standard units, `None` for none. */
  readonly unit: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Tells metrics apart: each set of dimensions is a metric of its own. */
export const metricKey = ({
  namespace,
  name,
  dimensions,
}: Pick<MetricPoint, 'namespace' | 'name' | 'dimensions'>): string =>
  JSON.stringify([namespace, name, Object.entries(dimensions).sort(([a], [b]) => (a < b ? -1 : 1))]);
