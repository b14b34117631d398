import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { DeployError } from './deploy-error.ts';
import { deployedCommit } from './deployed-commit.ts';
import { nxArguments, readRequest } from './deployment-plan.ts';
import { localUrl } from './local-environment.ts';

const workspace = resolve(import.meta.dirname, '../../../..');

const git = (...args: readonly string[]): string | undefined => {
  const { status, stdout } = spawnSync('git', args, { cwd: workspace, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
};

const localConnection = () => ({
  endpoint: localUrl(process.env),
  region: 'us-east-1',
  credentials: { accessKeyId: 'AKIAATLASLOCALDEPLOY', secretAccessKey: 'local' },
});

/** The commit to compare with; one that this clone does not have says nothing about what has changed. */
const usable = (commit: string | undefined): string | undefined =>
  commit !== undefined && git('cat-file', '-e', `${commit}^{commit}`) !== undefined ? commit : undefined;

/** Deploys what has changed since the stage was last deployed, and remembers the commit when all of it succeeded. */
async function main(): Promise<void> {
  const request = readRequest(process.argv.slice(2), process.env);
  const commit = deployedCommit(request.stage, request.stage === 'local' ? localConnection() : {});
  const base = request.all ? undefined : usable(await commit.read());
  console.log(base === undefined ? 'Deploying everything' : `Deploying what has changed since ${base}`);
  runNx(nxArguments(request, base), request.stage);
  const head = git('rev-parse', 'HEAD');
  // What is not committed is in no commit: the next deployment must look at it again.
  if (head !== undefined && git('status', '--porcelain') === '') await commit.write(head);
  else console.log('The working tree has changes, so the deployed commit is not moved');
}

function runNx(args: readonly string[], stage: string): void {
  const nx = join(workspace, 'node_modules/nx/dist/bin/nx.js');
  const { status } = spawnSync(process.execPath, [nx, ...args], {
    cwd: workspace,
    stdio: 'inherit',
    env: { ...process.env, ATLAS_STAGE: stage },
  });
  if (status !== 0) throw new DeployError('The deployment failed: the deployed commit is not moved');
}

try {
  await main();
} catch (error) {
  console.error(error instanceof DeployError ? error.message : error);
  process.exitCode = 1;
}
