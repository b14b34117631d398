import { join } from 'node:path';
import { DeployError } from './deploy-error.ts';

/** What a process of the CDK needs of the developer's environment: nothing that leads to an account. */
const kept = ['PATH', 'TMPDIR', 'TEMP', 'SYSTEMROOT', 'LANG', 'TERM', 'CI', 'NO_COLOR', 'FORCE_COLOR'];

type Environment = Readonly<Record<string, string | undefined>>;

/** Where the local cloud listens. @throws DeployError for an address that is not this machine's own */
export function localUrl(env: Environment): string {
  const url = env['ATLAS_LOCAL_URL'] ?? 'http://127.0.0.1:4566';
  const parsed = URL.parse(url);
  // S3 is addressed in another way through a name, so it is the address that counts.
  if (parsed?.protocol === 'http:' && parsed.hostname === '127.0.0.1') return parsed.origin;
  throw new DeployError(`ATLAS_LOCAL_URL: must be http://127.0.0.1:PORT, was ${url}`);
}

/**
 * The environment in which a deployment can reach the local cloud and nothing else: one endpoint for all services, a key
 * that no account has, no profiles, no instance metadata, and a home of the CDK's own, whose cache maps keys to accounts.
 *
 * @throws DeployError
 */
export function localEnvironment(env: Environment, workspace: string): Record<string, string> {
  const home = join(workspace, '.atlas/cdk');
  const passed = kept.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]] as const]));
  return {
    ...Object.fromEntries(passed),
    HOME: home,
    CDK_HOME: home,
    CDK_DISABLE_CLI_TELEMETRY: 'true',
    AWS_ENDPOINT_URL: localUrl(env),
    AWS_ACCESS_KEY_ID: 'AKIAATLASLOCALDEPLOY',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_REGION: 'us-east-1',
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  };
}
