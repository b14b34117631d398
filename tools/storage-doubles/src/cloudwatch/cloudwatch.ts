import { jsonService, type ServiceDouble } from '@atlas-engine/aws-wire';
import type { SimulationClock } from '@atlas-engine/simulation';
import { createNewest } from '../newest.ts';
import { bodyMember } from '../body-member.ts';
import { queryErrorCodes } from './cloudwatch-error.ts';
import { listMetrics } from './list-metrics.ts';
import type { MetricPoint } from './metric-point.ts';
import { metricStatistics } from './metric-statistics.ts';
import { readMetricData } from './put-metric-data.ts';

/** CloudWatch metrics on this machine. */
export interface CloudWatch {
  /** For the wire server; signing scope `monitoring`. */
  readonly service: ServiceDouble;
  /** Adds a point, also to the namespaces of AWS. */
  put(point: MetricPoint): void;
  /** The points of a metric, in the order in which they came. */
  points(namespace: string, name: string): readonly MetricPoint[];
}

const mostPoints = 100_000;

/** CloudWatch metrics: put, list, and statistics over periods. The newest 100,000 points, in memory: they do not survive a restart. */
export const createCloudWatch = ({ clock }: { readonly clock: SimulationClock }): CloudWatch => {
  const points = createNewest<MetricPoint>(mostPoints);
  return {
    service: {
      ...jsonService({
        service: 'monitoring',
        version: '1.0',
        queryErrorCodes,
        operations: {
          PutMetricData: (input) => {
            for (const point of readMetricData(input, clock.now())) points.add(point);
            return {};
          },
          ListMetrics: (input) => listMetrics(input, points.list()),
          GetMetricStatistics: (input) => metricStatistics(input, points.list()),
        },
      }),
      // Values and times differ between runs.
      faultKeyOf: ({ body }) => bodyMember(body, 'Namespace'),
    },
    put: (point) => points.add(point),
    points: (namespace, name) =>
      points.list().filter((point) => point.namespace === namespace && point.name === name),
  };
};
