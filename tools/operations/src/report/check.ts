import { explain } from '../aws/explain.ts';
import type { Finding } from './finding.ts';

/** One thing to look at. */
export interface Check {
  readonly name: string;
  /** A failure that it throws is a finding too. */
  readonly run: () => Promise<Finding> | Finding;
}

/** A check and what it found. */
export interface Result extends Finding {
  readonly name: string;
}

/** Checks of which each group is looked at only when nothing failed in those before. */
export type CheckGroups = readonly (readonly Check[])[];

/** Runs checks in their order, those of a group at the same time; tells of each as its group is done. */
export async function runChecks(
  groups: CheckGroups,
  tell: (result: Result) => void,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const group of groups) {
    const blocker = results.find(({ state }) => state === 'failed');
    const found = await Promise.all(
      group.map(async (check) => (blocker === undefined ? await perform(check) : skip(check, blocker))),
    );
    for (const result of found) {
      results.push(result);
      tell(result);
    }
  }
  return results;
}

async function perform({ name, run }: Check): Promise<Result> {
  try {
    return { name, ...(await run()) };
  } catch (error) {
    return { name, state: 'failed', ...explain(error) };
  }
}

const skip = ({ name }: Check, { name: failure }: Result): Result => ({
  name,
  state: 'skipped',
  message: `not looked at: ${failure} failed`,
});
