import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { checkAssembly } from './check-assembly.ts';
import { DeployError } from './deploy-error.ts';
import { localEnvironment } from './local-environment.ts';

const workspace = resolve(import.meta.dirname, '../../../..');

/** Runs the CDK's command line in the present folder against the local cloud. */
async function main(args: readonly string[]): Promise<number> {
  checkAssembly('cdk.out');
  const env = localEnvironment(process.env, workspace);
  await checkRunning(env['AWS_ENDPOINT_URL'] ?? '');
  mkdirSync(env['HOME'] ?? '', { recursive: true });
  const cdk = join(workspace, 'node_modules/aws-cdk/bin/cdk');
  const { status } = spawnSync(process.execPath, [cdk, ...args], { env, stdio: 'inherit' });
  return status ?? 1;
}

async function checkRunning(url: string): Promise<void> {
  try {
    await fetch(`${url}/_atlas/clock`, { signal: AbortSignal.timeout(10_000) });
  } catch (error) {
    const how = 'start it with `npm start -- --empty`, or say where it is by ATLAS_LOCAL_URL';
    throw new DeployError(`No local cloud answers at ${url}: ${how}`, { cause: error });
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof DeployError ? error.message : error);
  process.exitCode = 1;
}
