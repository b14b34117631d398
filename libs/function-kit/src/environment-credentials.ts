/**
 * Takes the place of `@aws-sdk/credential-provider-node` and `@aws-sdk/token-providers` in every bundle, by an alias of
 * esbuild. A Lambda function finds its role's credentials in the environment, so the clients for STS, SSO and metadata
 * services stay out.
 */
import { ConfigurationError } from './configuration-error.ts';

interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly expiration?: Date;
}

const required = (name: 'AWS_ACCESS_KEY_ID' | 'AWS_SECRET_ACCESS_KEY'): string => {
  const value = process.env[name];
  if (value === undefined || value === '') {
    throw new ConfigurationError(`The environment has no AWS credentials: ${name} is missing.`, [name]);
  }
  return value;
};

/**
 * The credentials of the environment, read anew at each call.
 *
 * @throws ConfigurationError when AWS_ACCESS_KEY_ID or AWS_SECRET_ACCESS_KEY is missing.
 */
export const defaultProvider = () => (): Promise<Credentials> =>
  new Promise((resolve) => {
    const sessionToken = process.env['AWS_SESSION_TOKEN'];
    const expiration = process.env['AWS_CREDENTIAL_EXPIRATION'];
    resolve({
      accessKeyId: required('AWS_ACCESS_KEY_ID'),
      secretAccessKey: required('AWS_SECRET_ACCESS_KEY'),
      ...(sessionToken ? { sessionToken } : {}),
      ...(expiration ? { expiration: new Date(expiration) } : {}),
    });
  });

/** Part of the replaced module's interface. */
export const credentialsWillNeedRefresh = (credentials: Credentials): boolean =>
  credentials.expiration !== undefined;

/** Part of the replaced module's interface: less than five minutes are left. */
export const credentialsTreatedAsExpired = (credentials: Credentials): boolean =>
  credentials.expiration !== undefined && credentials.expiration.getTime() - Date.now() < 300_000;

const noToken = (): Promise<never> =>
  Promise.reject(
    new ConfigurationError(
      'A function signs with the credentials of its role: bearer tokens are not supported.',
      [],
    ),
  );

/** Part of the replaced module's interface: Bedrock's API keys. */
export const fromEnvSigningName = () => noToken;

/** Part of the replaced module's interface. */
export const nodeProvider = () => noToken;
