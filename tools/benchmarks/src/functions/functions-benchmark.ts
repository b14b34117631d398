import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Benchmark, Surroundings } from '../benchmark.ts';
import { buildFunctions } from '../build-functions.ts';
import { rounded } from '../figures/median.ts';
import { wholeNumber } from '../options.ts';
import { bundleNaively } from './bundle-naively.ts';
import { bundleFigures, overBudget, printFunctions, type FunctionsFigures } from './function-figures.ts';
import { findFunctions, functionNames, type FunctionProject } from './function-project.ts';
import { measureInit, type Target } from './measure-init.ts';

/** Bundle size and init time of every function, beside the same handlers bundled naively. */
export const functionsBenchmark: Benchmark = {
  name: 'functions',
  about: "bundle size and init time of each function, as a multiple of an empty handler's",
  options: [{ name: 'rounds', value: 'N', about: 'starts of each bundle', fallback: '21' }],
  async run(values, surroundings) {
    const rounds = wholeNumber('--rounds', values['rounds'], { min: 1, max: 1000 });
    buildFunctions(surroundings, functionNames(surroundings.workspace));
    const scratch = mkdtempSync(join(tmpdir(), 'atlas-bench-functions-'));
    try {
      const figures = await measure({ scratch, rounds, ...surroundings });
      return { figures, table: printFunctions(figures), overBudget: overBudget(figures) };
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
  },
};

interface Options extends Surroundings {
  readonly scratch: string;
  readonly rounds: number;
}

async function measure(options: Options): Promise<FunctionsFigures> {
  const { workspace, scratch, rounds, note } = options;
  const functions = findFunctions(workspace);
  const floor = join(scratch, 'floor.mjs');
  writeFileSync(floor, 'export const handler = async () => ({});\n');
  const bundles: Target[] = [];
  for (const one of functions) bundles.push(...(await targetsOf(one, options)));
  note(`Starting ${String(bundles.length + 1)} bundles ${String(rounds)} times each`);
  const targets = [{ name: 'floor', bundle: floor, environment: {}, scratch }, ...bundles];
  const [floorMs = Number.NaN, ...times] = measureInit(targets, rounds);
  const figuresOf = (index: number) =>
    bundleFigures(statSync(bundles[index]?.bundle ?? '').size, times[index] ?? Number.NaN, floorMs);
  return {
    floorMs: rounded(floorMs, 1),
    functions: functions.map(({ name }, index) => ({
      name,
      ...figuresOf(2 * index),
      naive: figuresOf(2 * index + 1),
    })),
  };
}

async function targetsOf(
  { name, entry, bundle, environment }: FunctionProject,
  { workspace, scratch }: Options,
): Promise<readonly [Target, Target]> {
  const outfile = join(scratch, `naive-${name}.cjs`);
  await bundleNaively({ entry, outfile, workspace });
  const shared = { environment, scratch };
  return [
    { name, bundle, ...shared },
    { name: `naive-${name}`, bundle: outfile, ...shared },
  ];
}
