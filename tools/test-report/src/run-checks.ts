import { describeTally } from './describe-tally.ts';
import type { Options } from './options.ts';
import { type StageName, stageNames } from './stage-names.ts';
import type { RunStage } from './stages.ts';
import { failed, nothing, sum, type Tally } from './tally.ts';

export interface Surroundings {
  readonly workspace: string;
  readonly print: (line: string) => void;
  readonly runStage: RunStage;
}

/** Runs every stage that is not left out, prints how each went, and as the last line how many cases passed and failed. */
export async function runChecks(
  options: Options,
  { workspace, print, runStage }: Surroundings,
): Promise<Tally> {
  const tallies = new Map<StageName, Tally>();
  const report = (name: StageName, tally: Tally) => {
    for (const line of describeTally(name, tally)) print(line);
    tallies.set(name, sum([tallies.get(name) ?? nothing, tally]));
  };
  for (const name of stageNames.filter((stage) => !options.skip.includes(stage))) {
    print(`\n${name}${options.affected && name !== 'format' ? ' (affected projects)' : ''}`);
    report(name, await runOne(() => runStage(name, { workspace, affected: options.affected, print }), name));
  }
  if (isWithoutTests(tallies, options)) report('test', failed('test', 'no test was run'));
  const total = sum([...tallies.values()]);
  print('');
  if (options.skip.length > 0) print(`Left out: ${options.skip.join(', ')}.`);
  print('Every test case counts as one; so do the format check, and lint and typecheck of each project.');
  print(`${total.passed} passed, ${total.failures.length} failed`);
  return total;
}

/** A stage that breaks is a failed case, and the next one is run all the same. */
async function runOne(run: () => Promise<Tally>, name: StageName): Promise<Tally> {
  try {
    return await run();
  } catch (error) {
    return failed(
      name,
      'could not be run',
      error instanceof Error ? (error.stack ?? error.message) : String(error),
    );
  }
}

/** All green without a single test is a mistake in the set-up, unless tests were left out or nothing is affected. */
function isWithoutTests(tallies: ReadonlyMap<StageName, Tally>, { affected, skip }: Options): boolean {
  const tests = sum([tallies.get('test') ?? nothing, tallies.get('integ') ?? nothing]);
  const asked = !affected && !(skip.includes('test') && skip.includes('integ'));
  return asked && tests.passed + tests.failures.length === 0;
}
