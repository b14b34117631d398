import type { LogFields, Logger, LogLevel } from '../logging/logger.ts';

/** What of Lambda's context is used. */
export interface LambdaContext {
  readonly awsRequestId?: string;
  readonly functionName?: string;
  readonly functionVersion?: string;
  getRemainingTimeInMillis?(): number;
}

/** What a handler may know of its invocation. */
export interface Invocation {
  readonly correlationId: string;
  /** Milliseconds until Lambda ends the function; infinite outside Lambda. */
  readonly remainingMs: () => number;
}

/** The level at which each error, by its `code` or name, is logged; what is not listed is an `error`. */
export type ErrorLevels = Readonly<Record<string, LogLevel>>;

export const invocationOf = (context: LambdaContext | undefined): Invocation => ({
  correlationId: context?.awsRequestId ?? 'none',
  remainingMs: () => context?.getRemainingTimeInMillis?.() ?? Infinity,
});

const fieldOf = (value: unknown, field: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[field] : undefined;

/** The outreach request that an event is about, when it names one. */
export function requestIdOf(event: unknown): string | undefined {
  const id = fieldOf(event, 'requestId') ?? fieldOf(fieldOf(event, 'request'), 'requestId');
  return typeof id === 'string' ? id : undefined;
}

/** A failure to be logged once. */
export interface Failure {
  readonly error: unknown;
  readonly levels: ErrorLevels;
  readonly message: string;
  readonly fields?: LogFields;
}

/** Logs a failure at the level of its kind. */
export function logFailure(logger: Logger, { error, levels, message, fields }: Failure): void {
  const level = [fieldOf(error, 'code'), fieldOf(error, 'name')]
    .map((key) => (typeof key === 'string' ? levels[key] : undefined))
    .find((known) => known !== undefined);
  logger.log(level ?? 'error', message, { ...fields, error });
}
