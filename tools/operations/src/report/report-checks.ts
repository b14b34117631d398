import type { Job, Status, Surroundings } from '../operation.ts';
import { type CheckGroups, runChecks } from './check.ts';
import { printResult, summaryOf } from './print-result.ts';

/** Runs checks and reports them: a line each as they end, or one JSON object. Status 1 when any failed. */
export async function reportChecks(
  groups: CheckGroups,
  { stage, json }: Pick<Job, 'stage' | 'json'>,
  { out }: Pick<Surroundings, 'out'>,
): Promise<Status> {
  const results = await runChecks(groups, (result) => {
    if (!json) out(printResult(result));
  });
  const isWell = results.every(({ state }) => state === 'ok' || state === 'warning');
  out(
    json ? JSON.stringify({ stage, ok: isWell, checks: results }) : `\nStage ${stage}: ${summaryOf(results)}`,
  );
  return isWell ? 0 : 1;
}
