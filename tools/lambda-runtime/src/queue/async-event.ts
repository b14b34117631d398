import type { FunctionReference } from '../function-name.ts';

/** An accepted event of an asynchronous invocation, as it is kept until it is dealt with. */
export interface AsyncEvent {
  readonly reference: FunctionReference;
  readonly requestId: string;
  /** JSON text. */
  readonly payload: string;
  /** Simulated epoch milliseconds. */
  readonly acceptedAt: number;
  /** When the next attempt is due, simulated epoch milliseconds. */
  readonly dueAt: number;
  /** How often the function has run for it. */
  readonly runs: number;
  /** How often the service could not run it since it last did. */
  readonly refusals: number;
  readonly traceId?: string | undefined;
  /** JSON text. */
  readonly clientContext?: string | undefined;
}

export type FailureCondition = 'RetriesExhausted' | 'EventAgeExceeded';

/** Simulated milliseconds from a function's error to the next attempt: one minute, then two (Lambda developer guide, async error handling). */
export const retryDelay = (runs: number): number => runs * 60_000;

/** Simulated milliseconds after a throttle or service error: from one second to five minutes. */
export const refusalDelay = (refusals: number): number => Math.min(300_000, 1000 * 2 ** refusals);
