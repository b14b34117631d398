import { ConfigurationError } from '../configuration-error.ts';

/** The time an AWS call may take. */
export interface ClientBudget {
  /** Default 1 s. */
  readonly connectionTimeoutMs?: number;
  /** For one attempt, answer included. Default 5 s. */
  readonly requestTimeoutMs?: number;
  /** Default 3. Must be 1 for what must not happen twice. */
  readonly maxAttempts?: number;
}

/** Options that every SDK client takes. */
export interface AwsClientOptions {
  readonly region: string;
  readonly maxAttempts: number;
  readonly retryMode: 'standard';
  readonly requestHandler: {
    readonly connectionTimeout: number;
    readonly requestTimeout: number;
    readonly throwOnRequestTimeout: true;
    readonly httpsAgent: { readonly keepAlive: true; readonly maxSockets: number };
  };
}

/**
 * Options shared by the function's AWS clients: region from the environment, bounded time, connections kept alive.
 * The SDK's own request time-out only writes a warning unless it is told to throw.
 *
 * @throws ConfigurationError when AWS_REGION is missing.
 */
export function awsClientOptions(
  budget: ClientBudget = {},
  environment: Readonly<Record<string, string | undefined>> = process.env,
): AwsClientOptions {
  const region = environment['AWS_REGION'];
  if (!region) {
    throw new ConfigurationError('The environment is not complete: AWS_REGION is missing.', ['AWS_REGION']);
  }
  return {
    region,
    maxAttempts: budget.maxAttempts ?? 3,
    retryMode: 'standard',
    requestHandler: {
      connectionTimeout: budget.connectionTimeoutMs ?? 1000,
      requestTimeout: budget.requestTimeoutMs ?? 5000,
      throwOnRequestTimeout: true,
      httpsAgent: { keepAlive: true, maxSockets: 50 },
    },
  };
}
