import { AwsError } from '@atlas-engine/aws-wire';
import type { FaultPlan, SimulationClock } from '@atlas-engine/simulation';
import { randomBytes } from 'node:crypto';
import type { LambdaFunction, Target } from './functions.ts';
import type { InvocationMetric } from './invocation-metrics.ts';
import { invocationMetrics } from './invocation-metrics.ts';

/** One run of a function, as it is asked for. */
export interface InvocationRequest {
  readonly requestId: string;
  /** JSON text, checked. */
  readonly payload: string;
  /** What the call is about, for the fault plan. */
  readonly faultKey: string;
  /** `X-Amzn-Trace-Id` of the caller. */
  readonly traceId?: string | undefined;
  /** JSON text. */
  readonly clientContext?: string | undefined;
  /** Whether the result brings the end of the log. */
  readonly logTail?: boolean;
}

/** What a caller gets of an invocation. */
export interface InvokeResult {
  /** 200 for an answer or a function's error, 202 for an accepted event, 204 for a dry run. */
  readonly statusCode: 200 | 202 | 204;
  readonly requestId: string;
  /** What ran: a published version, or `$LATEST`. */
  readonly executedVersion: string;
  /** JSON text; with `functionError` `{"errorType", "errorMessage", "trace"}`; empty for 202 and 204. */
  readonly payload: string;
  readonly functionError?: 'Unhandled';
  /** The last 4 KB of the invocation's log, when asked for. */
  readonly logTail?: string;
}

export interface InvokerOptions {
  readonly clock: SimulationClock;
  readonly faults: FaultPlan;
  readonly metrics?: ((metric: InvocationMetric) => void) | undefined;
}

const tailBytes = 4096;

/** The error of a call for which there is no capacity, with the reason as the service names it. */
export const throttled = (reason: string): AwsError =>
  new AwsError('TooManyRequestsException', 'Rate Exceeded.', {
    status: 429,
    members: { Type: 'User', Reason: reason, retryAfterSeconds: '1' },
  });

/** The error of a call that failed on the service's side. */
export const serviceFailed = (): AwsError =>
  new AwsError('ServiceException', 'An error occurred and the request cannot be processed.', {
    status: 500,
    members: { Type: 'Service' },
  });

/**
 * Asks the fault plan about a call; tells whether its answer is to be lost.
 *
 * @throws AwsError TooManyRequestsException, ServiceException.
 */
export const losesAnswer = (faults: FaultPlan, key: string): boolean => {
  const fault = faults.call({ service: 'lambda', operation: 'Invoke', key });
  if (fault.kind === 'throttle') throw throttled('ConcurrentInvocationLimitExceeded');
  if (fault.kind === 'server-error') throw serviceFailed();
  return fault.kind === 'lost-answer';
};

const newTraceId = (now: number): string => {
  const random = randomBytes(20).toString('hex');
  const seconds = Math.floor(now / 1000).toString(16);
  return `Root=1-${seconds}-${random.slice(0, 24)};Parent=${random.slice(24)};Sampled=0`;
};

const tailOf = (lines: readonly string[]): string => {
  const text = Buffer.from(lines.map((line) => `${line}\n`).join(''));
  return text.subarray(Math.max(0, text.length - tailBytes)).toString('utf8');
};

const takeConcurrency = (target: LambdaFunction): void => {
  const { reservedConcurrency = Infinity } = target.spec;
  if (target.inFlight >= reservedConcurrency)
    throw throttled('ReservedFunctionConcurrentInvocationLimitExceeded');
  target.inFlight += 1;
};

/**
 * Makes the one way in which functions are run, with its faults and its limit of concurrency.
 *
 * The world is busy meanwhile, so that simulated time runs as on the wall. A function's own error is a result.
 * It throws AwsError TooManyRequestsException or ServiceException.
 */
export const createInvoker =
  ({ clock, faults, metrics }: InvokerOptions) =>
  async (target: Target, request: InvocationRequest): Promise<InvokeResult> => {
    const answerIsLost = losesAnswer(faults, request.faultKey);
    const lines: string[] | undefined = request.logTail ? [] : undefined;
    const { requestId, payload, clientContext } = request;
    const job = {
      requestId,
      functionArn: target.arn,
      payload,
      traceId: request.traceId ?? newTraceId(clock.now()),
      crashAfterAnswer: answerIsLost,
      clientContext,
      ...(lines && { line: (line: string) => void lines.push(line) }),
    };
    const { pool, spec } = target.choose();
    const measured = invocationMetrics(target, spec.version, metrics);
    try {
      takeConcurrency(target.function);
    } catch (error) {
      measured.throttled();
      throw error;
    }
    try {
      const { payload: answer, functionError } = await clock.busy(() => measured.run(() => pool.submit(job)));
      if (answerIsLost) throw serviceFailed();
      return {
        statusCode: 200,
        requestId,
        executedVersion: spec.version,
        payload: answer,
        ...(functionError && { functionError }),
        ...(lines && { logTail: tailOf(lines) }),
      };
    } finally {
      target.function.inFlight -= 1;
    }
  };
