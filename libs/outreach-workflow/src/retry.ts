import type { Retrier } from './asl.ts';
import { errorsTriedFor } from './errors.ts';

/**
 * A fault of AWS passes in seconds: 2, 4, 8 … 60 s, 12 times. When one call in ten fails, all 13 fail once in 10¹³.
 */
const minutes = { IntervalSeconds: 2, BackoffRate: 2, MaxDelaySeconds: 60, MaxAttempts: 12 } as const;

/** A CRM that is down comes back within the hour or needs a person: 5, 10, 20 … 300 s, about an hour at most. */
const hour = { IntervalSeconds: 5, BackoffRate: 2, MaxDelaySeconds: 300, MaxAttempts: 17 } as const;

/** Faults that have no name of their own, such as a broken connection of a function to DynamoDB. */
const unnamed = { ...minutes, MaxAttempts: 8 } as const;

const jitter = { JitterStrategy: 'FULL' } as const;
const never = (names: readonly string[]): Retrier => ({ ErrorEquals: names, MaxAttempts: 0 });

/** How a step is tried again. A time-out of the step itself counts as a fault of AWS. */
export const retries: readonly Retrier[] = [
  never(errorsTriedFor('NEVER')),
  { ErrorEquals: errorsTriedFor('HOUR'), ...hour, ...jitter },
  { ErrorEquals: [...errorsTriedFor('MINUTES'), 'States.Timeout'], ...minutes, ...jitter },
  { ErrorEquals: ['States.ALL'], ...unnamed, ...jitter },
];

/**
 * How placing a call is tried again: only its invocation, which is idempotent. A time-out means that the call itself
 * was lost; trying again could call the person twice.
 */
export const placementRetries: readonly Retrier[] = [
  never(['States.HeartbeatTimeout', 'States.Timeout', ...errorsTriedFor('NEVER')]),
  { ErrorEquals: errorsTriedFor('MINUTES'), ...minutes, ...jitter },
  { ErrorEquals: ['States.ALL'], ...unnamed, ...jitter },
];
