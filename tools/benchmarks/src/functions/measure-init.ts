import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BenchmarkError } from '../benchmark.ts';
import { median } from '../figures/median.ts';

/** A bundle to be started. `.mjs` is imported, anything else is required, as the Lambda runtime does. */
export interface Target {
  readonly name: string;
  readonly bundle: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Where a small program may be written that loads the bundle. */
  readonly scratch: string;
}

const timeLimit = 60_000;

/** What Lambda gives to every function. */
const lambdaEnvironment = {
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'example',
  AWS_SESSION_TOKEN: 'example',
};

/**
 * Init time of each target in milliseconds: the wall time of a whole process that loads its bundle once and ends. In each
 * round every target is started once, so that what else the machine does meets all alike; the first round is not counted.
 *
 * @throws BenchmarkError when a bundle cannot be loaded or has no handler
 */
export function measureInit(targets: readonly Target[], rounds: number): readonly number[] {
  const programs = targets.map(writeProgram);
  const times = targets.map((): number[] => []);
  for (let round = 0; round <= rounds; round += 1) {
    targets.forEach((target, index) => {
      const ms = start(target, programs[index] ?? '');
      if (round > 0) times[index]?.push(ms);
    });
  }
  return times.map(median);
}

function writeProgram({ name, bundle, scratch }: Target): string {
  const isModule = bundle.endsWith('.mjs');
  const load = isModule
    ? `import { handler } from ${JSON.stringify(pathToFileURL(bundle).href)};`
    : `const { handler } = require(${JSON.stringify(bundle)});`;
  const program = join(scratch, `start-${name}${isModule ? '.mjs' : '.cjs'}`);
  writeFileSync(program, `${load}\nprocess.exit(typeof handler === 'function' ? 0 : 1);\n`);
  return program;
}

function start({ name, environment }: Target, program: string): number {
  const env = { ...lambdaEnvironment, AWS_LAMBDA_FUNCTION_NAME: name, ...environment };
  const startedAt = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [program], {
    cwd: dirname(program),
    env,
    encoding: 'utf8',
    timeout: timeLimit,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ms = performance.now() - startedAt;
  if (status === 0) return ms;
  const why = stderr.split('\n').find((line) => /Error\b/.test(line)) ?? 'it has no handler, or is too slow';
  throw new BenchmarkError(`${name} cannot be loaded: ${why}`);
}
