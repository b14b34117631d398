import { localEndpoint, type Environment, type StageConfiguration } from '@atlas-engine/resource-names';

/** How clients of the AWS SDK reach a stage. */
export interface Connection {
  readonly region: string;
  readonly maxAttempts: number;
  readonly endpoint?: string;
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/** An access key that no account has: what is meant for the local cloud cannot reach a real one. */
const localCredentials = { accessKeyId: 'AKIALOCALOPERATIONS0', secretAccessKey: 'local' };

/** Where the local cloud listens: `ATLAS_LOCAL_URL`, or its default port. */
export const localUrl = (environment: Environment): string => environment['ATLAS_LOCAL_URL'] ?? localEndpoint;

/** The local cloud for the local stage; else the account that the SDK's own credentials belong to. */
export const connectionOf = (
  { stage, region }: Pick<StageConfiguration, 'stage' | 'region'>,
  environment: Environment,
): Connection => ({
  region,
  maxAttempts: 5,
  ...(stage === 'local' ? { endpoint: localUrl(environment), credentials: localCredentials } : {}),
});
