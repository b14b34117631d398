import { UsageError } from '@atlas-engine/command-line';
import { OperationError } from '../errors.ts';
import type { Job, Surroundings } from '../operation.ts';

/**
 * Lets a person type the stage's name, unless `--confirm` has it.
 *
 * @throws UsageError when there is nobody to ask, or `--confirm` names another stage
 * @throws OperationError when something else is typed
 */
export async function confirm(
  { stage, values }: Pick<Job, 'stage' | 'values'>,
  { ask }: Pick<Surroundings, 'ask'>,
): Promise<void> {
  const given = values['confirm'];
  if (given === stage) return;
  if (given !== undefined) throw new UsageError(`--confirm: must be ${stage}, the stage that goes`);
  const typed = await ask(`Type "${stage}" to delete the stage: `);
  if (typed === undefined) throw new UsageError(`Nobody can be asked here: add --confirm ${stage}`);
  if (typed.trim() !== stage) throw new OperationError('Nothing was deleted.');
}
