import type { FunctionName } from '@atlas-engine/resource-names';
import type { CfnAlarm } from 'aws-cdk-lib/aws-cloudwatch';
import { addAlarm, type WatchedMetric } from './alarm.ts';
import type { AtlasStack } from './atlas-stack.ts';

/** A function as it is watched. */
export interface WatchedFunction {
  readonly service: FunctionName;
  readonly timeoutSeconds: number;
}

const minute = 60;
const millisecondsPerSecond = 1000;

const lambdaMetric = (
  name: string,
  dimensions: Readonly<Record<string, string>>,
): Omit<WatchedMetric, 'statistic' | 'periodSeconds'> => ({ namespace: 'AWS/Lambda', name, dimensions });

/** Errors, throttles and slowness of a function, whichever of its versions. */
export function addFunctionAlarms(stack: AtlasStack, { service, timeoutSeconds }: WatchedFunction): void {
  const { alarms } = stack.configuration;
  const dimensions = { FunctionName: stack.names.functions[service].name };
  const inFiveMinutes = { statistic: 'Sum', periodSeconds: 5 * minute } as const;
  addAlarm(stack, {
    alarm: `${service}-Errors`,
    meaning: `${service} fails. Read its log for the error's code.`,
    metric: { ...lambdaMetric('Errors', dimensions), ...inFiveMinutes },
    threshold: alarms.functionErrors,
  });
  addAlarm(stack, {
    alarm: `${service}-Throttles`,
    meaning: `${service} is refused by Lambda. Compare the account's concurrency with its quota.`,
    metric: { ...lambdaMetric('Throttles', dimensions), ...inFiveMinutes },
    threshold: alarms.functionThrottles,
  });
  addAlarm(stack, {
    alarm: `${service}-Duration`,
    meaning: `${service} comes close to its time-out. Find the slow call in its trace.`,
    metric: { ...lambdaMetric('Duration', dimensions), statistic: 'Maximum', periodSeconds: 5 * minute },
    threshold: timeoutSeconds * millisecondsPerSecond * (alarms.durationPercent / 100),
    periods: 3,
  });
}

/** Errors of one version, called through the alias beside another: what a deployment is judged by. */
export function addNewVersionAlarm(stack: AtlasStack, service: FunctionName, version: string): CfnAlarm {
  const { name } = stack.names.functions[service];
  const dimensions = { FunctionName: name, Resource: `${name}:live`, ExecutedVersion: version };
  return addAlarm(stack, {
    alarm: `${service}-NewVersionErrors`,
    meaning: `The new version of ${service} fails and was taken back. Read its log before deploying again.`,
    metric: { ...lambdaMetric('Errors', dimensions), statistic: 'Sum', periodSeconds: minute },
    threshold: stack.configuration.goLive.maxErrors,
  });
}
