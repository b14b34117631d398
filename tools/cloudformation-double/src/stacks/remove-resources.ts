import { deletionOrder } from './classify.ts';
import type { OperationRun } from './operation-run.ts';
import type { ResourceRecord } from './stack-record.ts';
import { reasonOf } from './step-failure.ts';

/** Why a resource goes, which decides whether it may stay. */
export interface Removal {
  readonly policy: 'deletionPolicy' | 'updateReplacePolicy';
  /** Whether the operation that takes it away is the one that made it. */
  readonly isNew?: boolean;
}

/**
 * Removes resources, each before those that it needs; what is to be retained is left where it is.
 * Gives those whose removal failed; the others are gone.
 */
export async function removeResources(
  run: OperationRun,
  records: readonly ResourceRecord[],
  removal: Removal,
): Promise<readonly string[]> {
  const failed: string[] = [];
  for (const record of deletionOrder(records)) {
    if (!(await removeResource(run, record, removal))) failed.push(record.logicalId);
  }
  return failed;
}

async function removeResource(run: OperationRun, record: ResourceRecord, removal: Removal): Promise<boolean> {
  const { directory, stackId } = run;
  const isCurrent = directory.resources(stackId)[record.logicalId]?.physicalId === record.physicalId;
  const keep = (marked: ResourceRecord) => isCurrent && directory.saveResource(stackId, marked);
  if (isRetained(run, record, removal)) {
    keep(run.mark(record, 'DELETE_SKIPPED'));
    return true;
  }
  keep(run.mark(record, 'DELETE_IN_PROGRESS'));
  try {
    if (!isSharedWithAnother(run, record)) await run.provider.remove(record);
    keep(run.mark(record, 'DELETE_COMPLETE'));
    return true;
  } catch (error) {
    keep(run.mark(record, 'DELETE_FAILED', reasonOf(error)));
    return false;
  }
}

function isRetained(run: OperationRun, record: ResourceRecord, { policy, isNew = false }: Removal): boolean {
  if (run.operation().retain.includes(record.logicalId)) return true;
  const retention = record[policy];
  return retention === 'Retain' || (retention === 'RetainExceptOnCreate' && !isNew);
}

/** A resource that another one took over, when stacks are loaded at a start, is still needed. */
function isSharedWithAnother({ directory, stackId }: OperationRun, record: ResourceRecord): boolean {
  return directory
    .all()
    .filter(({ status }) => status !== 'DELETE_COMPLETE')
    .flatMap(({ id }) => Object.values(directory.resources(id)).map((other) => ({ id, other })))
    .some(
      ({ id, other }) =>
        other.type === record.type &&
        other.physicalId === record.physicalId &&
        other.status !== 'DELETE_COMPLETE' &&
        (id !== stackId || other.logicalId !== record.logicalId),
    );
}
