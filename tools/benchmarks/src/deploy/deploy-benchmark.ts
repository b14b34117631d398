import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UsageError } from '@atlas-engine/command-line';
import type { Benchmark, Surroundings } from '../benchmark.ts';
import { table } from '../figures/table.ts';
import { changes, makeChange, type Change } from './changes.ts';
import { copyWorkspace, runProgram } from './copy-workspace.ts';
import { criticalPathSeconds } from './critical-path.ts';
import { changedStacks, stackTimes } from './deployed-stacks.ts';
import { readProjects } from './read-projects.ts';
import { spawnEmptyCloud } from './spawn-cloud.ts';

/** In the order of a first deployment, as `tools/nx-plugin` has them. */
const layers = ['platform', 'function', 'orchestration', 'web'] as const;

/** What one change came to. */
export interface ChangeFigures {
  readonly change: string;
  readonly deployed: readonly string[];
  readonly seconds: number;
}

export interface DeployFigures {
  readonly changes: readonly ChangeFigures[];
  /** Build, synthesis and deployment of everything, from nothing. */
  readonly everythingSeconds: number;
  readonly nothingChangedSeconds: number;
  /** Null when it was left out. */
  readonly coldSeconds: number | null;
  readonly criticalPathMinutes: number;
}

/** What a change deploys, and how long that takes against everything. */
export const deployBenchmark: Benchmark = {
  name: 'deploy',
  about: 'what a change deploys to a local cloud, and how long that takes against everything',
  options: [
    {
      name: 'cold',
      value: 'yes|no',
      about: 'also build, test and lint everything without a cache',
      fallback: 'yes',
    },
  ],
  async run(values, surroundings) {
    const withCold = yesOrNo(values['cold']);
    const directory = mkdtempSync(join(tmpdir(), 'atlas-bench-deploy-'));
    try {
      const figures = await measure(directory, withCold, surroundings);
      return { figures, table: printDeployment(figures), overBudget: overBudgetOf(figures) };
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  },
};

function yesOrNo(value: string | undefined): boolean {
  if (value === 'yes' || value === 'no') return value === 'yes';
  throw new UsageError(`--cold: "${String(value)}" is neither yes nor no`);
}

async function measure(
  directory: string,
  withCold: boolean,
  { workspace, note }: Surroundings,
): Promise<DeployFigures> {
  const copy = join(directory, 'workspace');
  note('Copying the workspace');
  copyWorkspace(workspace, copy);
  const cloud = await spawnEmptyCloud(copy, join(directory, 'state'));
  try {
    const deploy = () => runProgram(copy, [process.execPath, ...deployment], { ATLAS_LOCAL_URL: cloud.url });
    note('Deploying everything from nothing');
    const everythingSeconds = secondsOf(deploy);
    const figures: ChangeFigures[] = [];
    for (const change of changes) {
      note(`Changing ${change.change}`);
      commit(copy, change);
      const before = await stackTimes(cloud.url);
      const seconds = secondsOf(deploy);
      const deployed = changedStacks(before, await stackTimes(cloud.url));
      figures.push({ change: change.change, deployed, seconds });
    }
    runProgram(copy, ['git', 'reset', '--quiet', '--hard', `HEAD~${String(changes.length)}`]);
    return {
      changes: figures,
      everythingSeconds,
      nothingChangedSeconds: checkNothing(copy, note),
      coldSeconds: withCold ? checkCold(copy, note) : null,
      criticalPathMinutes: oneDigit(criticalPathSeconds(readProjects(copy), layers) / 60),
    };
  } finally {
    await cloud.stop();
  }
}

const deployment = ['tools/nx-plugin/src/deploy/main.ts', '--stage', 'local'];
const checks = ['-t', 'build', 'test', 'lint', '--outputStyle=static'];
const nx = (copy: string, args: readonly string[]) =>
  runProgram(copy, [process.execPath, join(copy, 'node_modules/nx/dist/bin/nx.js'), ...args]);

function checkNothing(copy: string, note: Surroundings['note']): number {
  note('Checking when nothing has changed');
  return secondsOf(() => nx(copy, ['affected', ...checks, '--base=HEAD']));
}

function checkCold(copy: string, note: Surroundings['note']): number {
  note('Checking everything without a cache: minutes');
  return secondsOf(() => nx(copy, ['run-many', ...checks, '--skip-nx-cache']));
}

function commit(copy: string, change: Change): void {
  makeChange(copy, change);
  const author = ['-c', 'user.name=benchmark', '-c', 'user.email=benchmark@example.com'];
  runProgram(copy, ['git', ...author, 'commit', '--quiet', '--no-verify', '-am', `chore: ${change.change}`]);
}

function secondsOf(work: () => unknown): number {
  const began = performance.now();
  work();
  return oneDigit((performance.now() - began) / 1000);
}

const oneDigit = (value: number): number => Math.round(value * 10) / 10;

/** A change of one function is the function's own, and documents are nobody's. */
function overBudgetOf({ changes: figures }: DeployFigures): readonly string[] {
  const most: Readonly<Record<string, number>> = { 'one function': 1, 'the docs': 0 };
  return figures
    .filter(({ change, deployed }) => deployed.length > (most[change] ?? Infinity))
    .map(
      ({ change, deployed }) =>
        `Changing ${change} deployed ${String(deployed.length)} stacks: ${deployed.join(', ')}`,
    );
}

/** The figures as a person reads them. */
export const printDeployment = (figures: DeployFigures): string =>
  [
    table(
      ['change', 'stacks', 'seconds'],
      [
        ...figures.changes.map(({ change, deployed, seconds }) => [
          change,
          String(deployed.length),
          seconds.toFixed(1),
        ]),
        ['everything, from nothing', '', figures.everythingSeconds.toFixed(1)],
      ],
    ),
    '',
    `Build, test and lint: ${figures.nothingChangedSeconds.toFixed(1)} s when nothing has changed, ${
      figures.coldSeconds === null ? 'cold not measured' : `${figures.coldSeconds.toFixed(1)} s cold`
    }.`,
    `Critical path of a first deployment to AWS: ${figures.criticalPathMinutes.toFixed(1)} minutes, where the seeds take 26 to 46.`,
  ].join('\n');
