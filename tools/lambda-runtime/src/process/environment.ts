/** Variables that the service sets and refuses in a function's own configuration (Lambda developer guide, environment variables). */
export const reservedVariables: ReadonlySet<string> = new Set([
  '_HANDLER',
  '_X_AMZN_TRACE_ID',
  'AWS_ACCESS_KEY',
  'AWS_ACCESS_KEY_ID',
  'AWS_DEFAULT_REGION',
  'AWS_EXECUTION_ENV',
  'AWS_LAMBDA_FUNCTION_MEMORY_SIZE',
  'AWS_LAMBDA_FUNCTION_NAME',
  'AWS_LAMBDA_FUNCTION_VERSION',
  'AWS_LAMBDA_INITIALIZATION_TYPE',
  'AWS_LAMBDA_LOG_GROUP_NAME',
  'AWS_LAMBDA_LOG_STREAM_NAME',
  'AWS_LAMBDA_RUNTIME_API',
  'AWS_REGION',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'LAMBDA_RUNTIME_DIR',
  'LAMBDA_TASK_ROOT',
]);

/** Temporary credentials of a function's role. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
}

export interface EnvironmentOptions {
  readonly function: {
    readonly name: string;
    readonly handler: string;
    readonly runtime: string;
    readonly memoryMb: number;
    readonly codeDirectory: string;
    readonly environment: Readonly<Record<string, string>>;
    readonly version: string;
  };
  readonly region: string;
  readonly endpointUrl: string;
  readonly credentials: Credentials;
  /** `host:port` of the Runtime API. */
  readonly runtimeApi: string;
  readonly logStream: string;
  /** Simulated epoch milliseconds. */
  readonly now: number;
  /** By how much short pauses of the process are divided. */
  readonly shortWaits?: number | undefined;
}

/** The version that can still be changed. */
export const latestVersion = '$LATEST';

/** A process's whole environment: AWS's variables, the template's, the local cloud's address, nothing of the host's. */
export const environmentOf = (options: EnvironmentOptions): Record<string, string> => {
  const { name, handler, runtime, memoryMb, codeDirectory, environment, version } = options.function;
  return {
    LANG: 'en_US.UTF-8',
    TZ: ':UTC',
    PATH: '/var/lang/bin:/usr/local/bin:/usr/bin:/bin:/opt/bin',
    // A home that does not exist: the SDK must not find the developer's own ~/.aws.
    HOME: '/home/sbx_user1051',
    ...environment,
    _HANDLER: handler,
    AWS_REGION: options.region,
    AWS_DEFAULT_REGION: options.region,
    AWS_EXECUTION_ENV: `AWS_Lambda_${runtime}`,
    AWS_LAMBDA_FUNCTION_NAME: name,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMb),
    AWS_LAMBDA_FUNCTION_VERSION: version,
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: options.logStream,
    AWS_LAMBDA_RUNTIME_API: options.runtimeApi,
    LAMBDA_TASK_ROOT: codeDirectory,
    AWS_ACCESS_KEY_ID: options.credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: options.credentials.secretAccessKey,
    AWS_SESSION_TOKEN: options.credentials.sessionToken,
    AWS_ENDPOINT_URL: options.endpointUrl,
    AWS_EC2_METADATA_DISABLED: 'true',
    ATLAS_SIMULATED_NOW: String(options.now),
    ...(options.shortWaits === undefined ? {} : { ATLAS_SHORT_WAITS: String(options.shortWaits) }),
  };
};
