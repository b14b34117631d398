import type { Target } from './functions.ts';
import type { Outcome } from './process/ending.ts';

/** One value of a metric of AWS/Lambda (Lambda developer guide, types of metrics for functions). */
export interface InvocationMetric {
  readonly name: 'Invocations' | 'Errors' | 'Throttles' | 'Duration' | 'ConcurrentExecutions';
  readonly value: number;
  readonly unit: 'Count' | 'Milliseconds';
  readonly dimensions: Readonly<Record<string, string>>;
}

type Metrics = ((metric: InvocationMetric) => void) | undefined;

/** The sets of dimensions under which an invocation is counted: of the function, of what was named, of what ran. */
function dimensionsOf({ reference: { name, qualifier } }: Target, version: string) {
  const resource = qualifier === undefined ? name : `${name}:${qualifier}`;
  return [
    { FunctionName: name },
    { FunctionName: name, Resource: resource },
    ...(qualifier === undefined || qualifier === version
      ? []
      : [{ FunctionName: name, Resource: resource, ExecutedVersion: version }]),
  ];
}

/** Counts one invocation. Metrics are of the wall's milliseconds, which is how time runs while a function does. */
export function invocationMetrics(target: Target, version: string, metrics: Metrics) {
  const put = (metric: Omit<InvocationMetric, 'dimensions'>): void => {
    if (metrics === undefined) return;
    for (const dimensions of dimensionsOf(target, version)) metrics({ ...metric, dimensions });
  };
  const count = (name: InvocationMetric['name'], value: number): void => put({ name, value, unit: 'Count' });
  return {
    throttled: (): void => count('Throttles', 1),
    async run(work: () => Promise<Outcome>): Promise<Outcome> {
      const startedAt = performance.now();
      count('ConcurrentExecutions', target.function.inFlight);
      const outcome = await work();
      count('Invocations', 1);
      count('Errors', outcome.functionError === undefined ? 0 : 1);
      count('Throttles', 0);
      put({ name: 'Duration', value: performance.now() - startedAt, unit: 'Milliseconds' });
      return outcome;
    },
  };
}
