import type { MetricName } from '@atlas-engine/domain';
import type { Clock } from '../clock.ts';
import { systemClock } from '../clock.ts';
import { InvalidMetricError } from './invalid-metric-error.ts';

export type MetricUnit = 'Count' | 'Milliseconds' | 'Bytes' | 'Percent' | 'None';

/** Counts and durations of a function, collected in memory and written as one line of CloudWatch's embedded metric format. */
export interface Metrics<Name extends string = MetricName> {
  /** @throws InvalidMetricError for a value that is no finite number, or a name of the wrong form. */
  readonly add: (name: Name, value: number, unit: MetricUnit) => void;
  /** Adds to a `Count`; default 1. */
  readonly count: (name: Name, value?: number) => void;
  readonly milliseconds: (name: Name, value: number) => void;
  /** Writes what was collected; nothing when there is nothing. */
  readonly flush: () => void;
}

export interface MetricsOptions {
  readonly namespace?: string;
  /** At most 30; never anything personal, and no ids: each value is a metric of its own. */
  readonly dimensions: Readonly<Record<string, string>>;
  /** What each line also says, for who reads the log: no metric of its own. */
  readonly properties?: Readonly<Record<string, string>>;
  readonly sink?: ((line: string) => void) | undefined;
  readonly clock?: Clock | undefined;
}

/** CloudWatch's limits for one line. */
const limits = { metrics: 100, values: 100 } as const;

interface Collected {
  readonly unit: MetricUnit;
  readonly values: number[];
}

const metricName = /^[A-Za-z0-9_.-]{1,255}$/;

function check(name: string, value: number, reserved: readonly string[]): void {
  if (!metricName.test(name) || reserved.includes(name)) {
    throw new InvalidMetricError(
      'A metric name must be 1 to 255 letters, digits, "_", "." or "-", and no name of a dimension or property.',
    );
  }
  if (!Number.isFinite(value)) throw new InvalidMetricError(`The metric ${name} must be a finite number.`);
}

/** Source of the format: CloudWatch's embedded metric format specification, version 0. */
export function createMetrics<Name extends string = MetricName>(options: MetricsOptions): Metrics<Name> {
  const { namespace = 'AtlasEngine', dimensions, properties = {}, clock = systemClock } = options;
  const sink = options.sink ?? ((line: string) => process.stdout.write(`${line}\n`));
  const reserved = ['_aws', ...Object.keys(dimensions), ...Object.keys(properties)];
  const collected = new Map<string, Collected>();

  const flush = (): void => {
    if (collected.size === 0) return;
    const definitions = [...collected].map(([Name, { unit }]) => ({ Name, Unit: unit }));
    const values = [...collected].map(([name, { values: all }]) => [name, all.length === 1 ? all[0] : all]);
    collected.clear();
    sink(
      JSON.stringify({
        _aws: {
          Timestamp: clock.now(),
          CloudWatchMetrics: [
            { Namespace: namespace, Dimensions: [Object.keys(dimensions)], Metrics: definitions },
          ],
        },
        ...properties,
        ...dimensions,
        ...(Object.fromEntries(values) as Record<string, unknown>),
      }),
    );
  };

  const room = (name: string): boolean => {
    const known = collected.get(name);
    return known === undefined ? collected.size < limits.metrics : known.values.length < limits.values;
  };

  const add: Metrics<Name>['add'] = (name, value, unit) => {
    check(name, value, reserved);
    if (!room(name)) flush();
    const known = collected.get(name);
    if (known === undefined) collected.set(name, { unit, values: [value] });
    else known.values.push(value);
  };

  return {
    add,
    count: (name, value = 1) => add(name, value, 'Count'),
    milliseconds: (name, value) => add(name, value, 'Milliseconds'),
    flush,
  };
}
