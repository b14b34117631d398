/** What every Atlas error carries. `details` holds ids and limits, never anything personal. */
export interface AtlasErrorOptions {
  /** Whether the same call may succeed later without any change. */
  readonly retryable: boolean;
  readonly details?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly cause?: unknown;
}

/**
 * The base of every failure Atlas throws. `name` is the error name that Step Functions' Retry and Catch see,
 * `code` what guards compare: `instanceof` does not survive two bundles.
 */
export abstract class AtlasError extends Error {
  /** Written out by each class, because minifying renames classes. */
  abstract override readonly name: string;
  abstract readonly code: string;
  readonly retryable: boolean;
  readonly details: Readonly<Record<string, string | number | boolean | undefined>>;

  constructor(message: string, options: AtlasErrorOptions) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.retryable = options.retryable;
    this.details = options.details ?? {};
  }
}

/** Whether a value is an Atlas error, across bundles and realms. */
export const isAtlasError = (value: unknown): value is AtlasError =>
  value instanceof Error && 'code' in value && 'retryable' in value && 'details' in value;
