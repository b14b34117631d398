import { eventually, type Patience } from '../patience.ts';
import type { Removal, Teardown } from './plan-teardown.ts';
import type { Stage } from './stacks.ts';

/** What became of a stack. */
export interface Outcome {
  readonly stack: string;
  readonly isGone: boolean;
  /** Why it is still there. */
  readonly reasons: readonly string[];
}

export interface TearDownOptions {
  readonly patience: Patience;
  readonly note: (text: string) => void;
}

/** Deletes step by step; ends after the first step of which a stack is still there. */
export async function tearDown(
  stage: Stage,
  { steps }: Pick<Teardown, 'steps'>,
  { patience, note }: TearDownOptions,
): Promise<readonly Outcome[]> {
  const { stacks } = stage;
  const remove = async ({ stack, buckets }: Removal): Promise<Outcome> => {
    for (const bucket of buckets) {
      note(`${stack.name}: emptying ${bucket}`);
      const count = await stage.emptyBucket(bucket);
      note(`${stack.name}: ${String(count)} objects of ${bucket} are gone`);
    }
    // One that is on its way out since an earlier run is only waited for.
    if (stack.status !== 'DELETE_IN_PROGRESS') await stacks.delete(stack.name);
    note(`${stack.name}: deleting`);
    const status = await eventually(async () => ending(await stacks.status(stack.id)), patience);
    if (status === 'DELETE_COMPLETE') {
      note(`${stack.name}: gone`);
      return { stack: stack.name, isGone: true, reasons: [] };
    }
    const reasons = status === undefined ? ['it is still being deleted'] : await stacks.failures(stack.id);
    return { stack: stack.name, isGone: false, reasons: reasons.length > 0 ? reasons : [status ?? ''] };
  };

  const outcomes: Outcome[] = [];
  for (const step of steps) {
    const ended = await Promise.all(step.map(remove));
    outcomes.push(...ended);
    if (ended.some(({ isGone }) => !isGone)) break;
  }
  return outcomes;
}

/** A status that does not change by itself any more. */
const ending = (status: string): string | undefined => (status.endsWith('_IN_PROGRESS') ? undefined : status);
