import { resolveIntrinsics } from '../template/intrinsics.ts';
import { creationOrder, dependenciesOf } from '../template/creation-order.ts';
import type { IntrinsicScope } from '../template/intrinsic-functions.ts';
import { presentResources } from '../template/template-scope.ts';
import { textOf } from '../template/template-values.ts';
import type { Template } from '../template/template.ts';
import { applyResource } from './apply-resource.ts';
import type { OperationRun } from './operation-run.ts';
import { removeResources } from './remove-resources.ts';
import { finishRollback, rollBack } from './roll-back.ts';
import { stackScope } from './stack-scope.ts';
import { templateOf } from './stack-directory.ts';
import type { StackOutput } from './stack-record.ts';
import { reasonOf, StepFailure } from './step-failure.ts';

/** Carries out the operation of a stack to its end, whichever that is. */
export async function carryOut(run: OperationRun): Promise<void> {
  const { status } = run.stack();
  if (run.operation().kind === 'DELETE') await deleteStack(run);
  else if (status === 'ROLLBACK_IN_PROGRESS' || status.startsWith('UPDATE_ROLLBACK'))
    await finishRollback(run);
  else await bringForward(run);
}

async function bringForward(run: OperationRun): Promise<void> {
  try {
    await applyAll(run);
  } catch (error) {
    await rollBack(run, asStepFailure(run, error));
    return;
  }
  if (run.operation().kind === 'CREATE') run.enter('CREATE_COMPLETE');
  else await cleanUp(run);
}

/** What fails outside of a resource (an output, say) fails the stack. */
function asStepFailure(run: OperationRun, error: unknown): StepFailure {
  if (error instanceof StepFailure) return error;
  return new StepFailure(
    run.stack().name,
    run.operation().kind === 'CREATE' ? 'create' : 'update',
    reasonOf(error),
  );
}

async function applyAll(run: OperationRun): Promise<void> {
  const { content } = run.stack();
  const template = templateOf(content.body);
  const scope = stackScope(run, run.stack());
  const needs = dependenciesOf(template, await presentResources(template, scope));
  for (const logicalId of creationOrder(needs)) {
    const definition = template.Resources[logicalId];
    if (definition === undefined) continue;
    if (run.signal.aborted) throw cancelled(run, logicalId);
    await applyResource(run, { logicalId, definition, needs: needs.get(logicalId) ?? [], scope });
  }
  const outputs = await outputsOf(template, scope);
  run.directory.save({ ...run.stack(), outputs, description: template.Description });
}

const cancelled = (run: OperationRun, logicalId: string): StepFailure =>
  new StepFailure(
    logicalId,
    run.operation().kind === 'CREATE' ? 'create' : 'update',
    'Resource update cancelled',
  );

async function outputsOf({ Outputs }: Template, scope: IntrinsicScope): Promise<readonly StackOutput[]> {
  const outputs: StackOutput[] = [];
  for (const [key, { Value, Description, Condition }] of Object.entries(Outputs)) {
    if (Condition !== undefined && !(await scope.condition(Condition))) continue;
    const value = textOf(await resolveIntrinsics(Value, scope), `Output ${key}`);
    outputs.push({ key, value, ...(Description === undefined ? {} : { description: Description }) });
  }
  return outputs;
}

/** Takes away what an update has replaced or left out; what cannot be removed does not fail the update. */
async function cleanUp(run: OperationRun): Promise<void> {
  run.enter('UPDATE_COMPLETE_CLEANUP_IN_PROGRESS');
  const { directory, stackId } = run;
  await removeResources(run, run.operation().leftovers, { policy: 'updateReplacePolicy' });
  run.change({ leftovers: [] });
  const template = templateOf(run.stack().content.body);
  const present = await presentResources(template, stackScope(run, run.stack()));
  const gone = Object.values(directory.resources(stackId)).filter(({ logicalId }) => !present.has(logicalId));
  await removeResources(run, gone, { policy: 'deletionPolicy' });
  for (const { logicalId } of gone) directory.removeResource(stackId, logicalId);
  run.enter('UPDATE_COMPLETE');
}

async function deleteStack(run: OperationRun): Promise<void> {
  const { directory, stackId } = run;
  const all = Object.values(directory.resources(stackId));
  const left = all.filter(({ status }) => status !== 'DELETE_COMPLETE' && status !== 'DELETE_SKIPPED');
  const failed = await removeResources(run, left, { policy: 'deletionPolicy' });
  if (failed.length > 0) {
    run.enter('DELETE_FAILED', `The following resource(s) failed to delete: [${failed.join(', ')}]. `);
    return;
  }
  directory.save({ ...run.stack(), deletedAt: directory.place.clock.now() });
  run.enter('DELETE_COMPLETE');
}
