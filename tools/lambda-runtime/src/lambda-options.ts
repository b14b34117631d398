import type { FaultPlan, SimulationClock, StateStore } from '@atlas-engine/simulation';
import type { Credentials } from './process/environment.ts';
import type { InvocationMetric } from './invocation-metrics.ts';
import type { Deliver } from './queue/give-up.ts';
import type { QueuePort } from './queue/queue-port.ts';

/** What the host of functions gives. */
export interface LambdaOptions {
  readonly clock: SimulationClock;
  readonly store: StateStore;
  readonly region: string;
  readonly accountId: string;
  /** Where functions find all other services; asked whenever a process starts. */
  readonly endpointUrl: () => string;
  readonly faults?: FaultPlan;
  /** Hears every log line, START, END and REPORT included. Lines of a start carry the id of the request that caused it. */
  readonly logs: (functionName: string, requestId: string, line: string) => void;
  readonly credentialsFor: (functionName: string, roleArn: string) => Credentials;
  /** What a process gets for a variable of its function; the variable as it is by default. */
  readonly variable?: (value: string) => string;
  /** Hears how each invocation went, as the metrics of AWS/Lambda. */
  readonly metrics?: (metric: InvocationMetric) => void;
  /** Needed by functions that have an on-failure destination or a dead-letter queue. */
  readonly deliver?: Deliver;
  /** Needed by event source mappings. */
  readonly queues?: QueuePort;
  /** The folder with the code of an object in S3; without it UpdateFunctionCode from S3 is refused. */
  readonly codeFrom?: (bucket: string, key: string) => Promise<string>;
  /** Divides pauses of 20 to 999 ms inside functions (the back-off of retries) in an accelerated world; asked for each process. */
  readonly shortWaits?: () => number | undefined;
  /** Processes for each function, 1 to 1,000; ATLAS_LAMBDA_PROCESSES or 2 by default, 1 with `spareMemory`. */
  readonly maxProcesses?: number;
  /** Ends idle processes after 5 seconds of the wall instead of 5 minutes, and starts one for each function. */
  readonly spareMemory?: boolean;
  /** Wall milliseconds after which an idle process is ended. */
  readonly idleMs?: number;
  /** Wall milliseconds in which a handler must be loaded; 10,000, as on AWS, by default. */
  readonly initTimeoutMs?: number;
  /** Largest payload of an event in bytes: 262,144 by default, 1,048,576 as AWS allows since January 2026. */
  readonly asyncPayloadLimit?: number;
}

/** A wrong option of the local Lambda; the message names it and what is allowed. */
export class LambdaOptionError extends Error {
  override readonly name = 'LambdaOptionError';
}

const mostProcesses = 1000;

const checked = (name: string, value: number, most: number): number => {
  if (Number.isInteger(value) && value >= 1 && value <= most) return value;
  throw new LambdaOptionError(`${name}: must be a whole number from 1 to ${most}, was ${value}`);
};

const processLimit = ({ maxProcesses, spareMemory }: LambdaOptions): number => {
  if (maxProcesses !== undefined) return checked('maxProcesses', maxProcesses, mostProcesses);
  const variable = process.env['ATLAS_LAMBDA_PROCESSES'];
  if (variable !== undefined && variable !== '')
    return checked('ATLAS_LAMBDA_PROCESSES', Number(variable), mostProcesses);
  return spareMemory ? 1 : 2;
};

/** Limits with their defaults. */
export interface LambdaLimits {
  readonly maxProcesses: number;
  readonly idleMs: number;
  readonly initTimeoutMs: number;
  readonly asyncPayloadLimit: number;
}

/** @throws LambdaOptionError when an option is out of its bounds. */
export const limitsOf = (options: LambdaOptions, defaultAsyncPayload: number): LambdaLimits => ({
  maxProcesses: processLimit(options),
  idleMs: checked('idleMs', options.idleMs ?? (options.spareMemory ? 5_000 : 300_000), 2 ** 31 - 1),
  initTimeoutMs: checked('initTimeoutMs', options.initTimeoutMs ?? 10_000, 900_000),
  asyncPayloadLimit: checked(
    'asyncPayloadLimit',
    options.asyncPayloadLimit ?? defaultAsyncPayload,
    1_048_576,
  ),
});
