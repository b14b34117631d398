import type { OperationRun } from './operation-run.ts';
import { removeResources } from './remove-resources.ts';
import type { ResourceRecord, UndoStep } from './stack-record.ts';
import { reasonOf, type StepFailure } from './step-failure.ts';

/** Takes back what an operation has done so far, the latest first. */
export async function rollBack(run: OperationRun, failure: StepFailure): Promise<void> {
  const { kind, onFailure } = run.operation();
  const verb = failure.did === 'update' ? 'update' : 'create';
  const reason = `The following resource(s) failed to ${verb}: [${failure.logicalId}]. Rollback requested by user.`;
  if (onFailure === 'DO_NOTHING') {
    run.enter(
      kind === 'CREATE' ? 'CREATE_FAILED' : 'UPDATE_FAILED',
      reason.replace(' Rollback requested by user.', ''),
    );
    return;
  }
  run.enter(kind === 'CREATE' ? 'ROLLBACK_IN_PROGRESS' : 'UPDATE_ROLLBACK_IN_PROGRESS', reason);
  await finishRollback(run);
}

/** Goes on with a rollback, also one that an earlier process began. */
export async function finishRollback(run: OperationRun): Promise<void> {
  const failed: string[] = [];
  for (const step of run.operation().undo.toReversed()) {
    if (!(await undo(run, step))) failed.push(step.logicalId);
  }
  if (run.operation().kind === 'CREATE') endOfCreate(run, failed);
  else endOfUpdate(run, failed);
}

const failedText = (verb: string, ids: readonly string[]): string =>
  `The following resource(s) failed to ${verb}: [${ids.join(', ')}].`;

function endOfCreate(run: OperationRun, failed: readonly string[]): void {
  if (failed.length > 0) run.enter('ROLLBACK_FAILED', failedText('delete', failed));
  else run.enter(run.operation().onFailure === 'DELETE' ? 'DELETE_COMPLETE' : 'ROLLBACK_COMPLETE');
}

function endOfUpdate(run: OperationRun, failed: readonly string[]): void {
  const { previous } = run.operation();
  run.directory.save({ ...run.stack(), ...previous });
  if (failed.length > 0) {
    run.enter('UPDATE_ROLLBACK_FAILED', failedText('update', failed));
    return;
  }
  run.enter('UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS');
  run.enter('UPDATE_ROLLBACK_COMPLETE');
}

async function undo(run: OperationRun, step: UndoStep): Promise<boolean> {
  const { directory, stackId } = run;
  const current = directory.resources(stackId)[step.logicalId];
  if (current === undefined) return true;
  if (step.did === 'update') return await updateBack(run, step, current);
  const isMade = step.state === 'done';
  const failed = isMade
    ? await removeResources(run, [current], { policy: 'deletionPolicy', isNew: true })
    : [];
  if (!isMade) run.mark(current, 'DELETE_COMPLETE');
  if (failed.length > 0) return false;
  if (step.before === undefined) {
    if (run.operation().kind === 'UPDATE') directory.removeResource(stackId, step.logicalId);
    else directory.saveResource(stackId, { ...current, status: 'DELETE_COMPLETE' });
  } else directory.saveResource(stackId, run.mark(step.before, 'UPDATE_COMPLETE'));
  return true;
}

async function updateBack(run: OperationRun, step: UndoStep, current: ResourceRecord): Promise<boolean> {
  const { directory, stackId, provider } = run;
  const { before } = step;
  if (before === undefined) return true;
  run.mark(before, 'UPDATE_IN_PROGRESS');
  try {
    const made = await provider.update(before, current, run.context({ adopt: true, immediate: true }));
    const attributes = JSON.parse(JSON.stringify(made.attributes ?? {})) as ResourceRecord['attributes'];
    directory.saveResource(stackId, run.mark({ ...before, ...made, attributes }, 'UPDATE_COMPLETE'));
    return true;
  } catch (error) {
    directory.saveResource(stackId, run.mark(before, 'UPDATE_FAILED', reasonOf(error)));
    return false;
  }
}
