import { jsonService, type ServiceDouble } from '@atlas-engine/aws-wire';
import { createMemoryStore, type SimulationClock, type StateStore } from '@atlas-engine/simulation';
import { createNewest } from '../newest.ts';
import { bodyMember } from '../body-member.ts';
import { queryErrorCodes } from './cloudwatch-error.ts';
import { createAlarms, type AlarmChange, type Alarms } from './alarms.ts';
import { listMetrics } from './list-metrics.ts';
import { metricKey, type MetricPoint } from './metric-point.ts';
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
  readonly alarms: Alarms;
  /** Calls `listener` with every change of an alarm's state. Returns how to stop. */
  onAlarm(listener: (change: AlarmChange) => void): () => void;
}

/** What CloudWatch is made of. */
export interface CloudWatchOptions {
  readonly clock: SimulationClock;
  /** Keeps alarms over restarts; in memory when absent. */
  readonly store?: StateStore;
  readonly region?: string;
  readonly accountId?: string;
}

const mostPoints = 100_000;

/** CloudWatch metrics: put, list, statistics over periods, and alarms on them. The newest 100,000 points, in memory: they do not survive a restart. */
export const createCloudWatch = (options: CloudWatchOptions): CloudWatch => {
  const { clock, store = createMemoryStore(), region = 'us-east-1', accountId = '000000000000' } = options;
  const points = createNewest<MetricPoint>(mostPoints);
  const listeners = new Set<(change: AlarmChange) => void>();
  const alarms = createAlarms({
    ...{ clock, store, region, accountId },
    pointsOf: (key, since) => points.list().filter((point) => point.at >= since && metricKey(point) === key),
    onChange: (change) => {
      for (const listener of [...listeners]) listener(change);
    },
  });
  const put = (point: MetricPoint): void => {
    points.add(point);
    alarms.look(point);
  };
  return {
    service: {
      ...jsonService({
        service: 'monitoring',
        version: '1.0',
        queryErrorCodes,
        operations: {
          PutMetricData: (input) => {
            for (const point of readMetricData(input, clock.now())) put(point);
            return {};
          },
          ListMetrics: (input) => listMetrics(input, points.list()),
          ...alarms.operations,
          GetMetricStatistics: (input) => metricStatistics(input, points.list()),
        },
      }),
      // Values and times differ between runs.
      faultKeyOf: ({ body }) => bodyMember(body, 'Namespace'),
    },
    put,
    alarms,
    onAlarm: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    points: (namespace, name) =>
      points.list().filter((point) => point.namespace === namespace && point.name === name),
  };
};
