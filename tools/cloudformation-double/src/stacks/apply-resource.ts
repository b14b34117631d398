import type { MadeResource, ResourceRequest } from '../resource-provider.ts';
import type { IntrinsicScope } from '../template/intrinsic-functions.ts';
import { resolveIntrinsics } from '../template/intrinsics.ts';
import type { TemplateResource } from '../template/template.ts';
import { classify, type Decision } from './classify.ts';
import type { OperationRun } from './operation-run.ts';
import type { ResourceRecord, UndoStep } from './stack-record.ts';
import { reasonOf, StepFailure } from './step-failure.ts';

/** A resource with what surrounds it in the template. */
export interface Application {
  readonly logicalId: string;
  readonly definition: TemplateResource;
  readonly needs: readonly string[];
  readonly scope: IntrinsicScope;
}

type Properties = Readonly<Record<string, unknown>>;

/** A value as it is in JSON, so that it is the same before and after it was stored. */
const asJson = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** A resource as the template asks for it, all intrinsic functions carried out. */
export async function requestOf(
  { logicalId, definition, scope }: Application,
  stack: { readonly name: string; readonly id: string },
): Promise<ResourceRequest> {
  const resolve = async (value: unknown) => asJson((await resolveIntrinsics(value, scope)) as Properties);
  return {
    stackName: stack.name,
    stackId: stack.id,
    logicalId,
    type: definition.Type,
    properties: await resolve(definition.Properties),
    generation: 0,
    ...(definition.UpdatePolicy === undefined
      ? {}
      : { updatePolicy: await resolve(definition.UpdatePolicy) }),
  };
}

/** Makes, changes, replaces or keeps one resource. @throws StepFailure after the event that tells of it */
export async function applyResource(run: OperationRun, application: Application): Promise<void> {
  const { logicalId } = application;
  const before = run.directory.resources(run.stackId)[logicalId];
  const asked = await requestIn(run, application);
  const decision = classify(before, asked);
  const generation = (before?.generation ?? 0) + (decision.action === 'replace' ? 1 : 0);
  const request = { ...asked, generation };
  const attributes = policiesOf(application);
  if (before !== undefined && decision.action === 'keep') {
    run.directory.saveResource(run.stackId, { ...before, ...attributes, ...updatePolicyOf(request) });
    return;
  }
  await carryOut(run, { request, decision, before, attributes });
}

async function requestIn(run: OperationRun, application: Application): Promise<ResourceRequest> {
  try {
    return await requestOf(application, run.stack());
  } catch (error) {
    const before = run.directory.resources(run.stackId)[application.logicalId];
    const placeholder = { ...blankRecord(run, application), ...before };
    const did = before === undefined ? 'create' : 'update';
    run.mark(placeholder, `${verbs[did]}_FAILED`, messageOf(error));
    throw new StepFailure(application.logicalId, did, messageOf(error));
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
const verbs = { create: 'CREATE', update: 'UPDATE', replace: 'UPDATE' } as const;

const updatePolicyOf = ({ updatePolicy }: ResourceRequest) => ({ updatePolicy });

const policiesOf = ({ definition, needs }: Application) => ({
  needs,
  deletionPolicy: definition.DeletionPolicy ?? 'Delete',
  updateReplacePolicy: definition.UpdateReplacePolicy ?? 'Delete',
});

const blankRecord = (run: OperationRun, application: Application): ResourceRecord => ({
  stackName: run.stack().name,
  stackId: run.stackId,
  logicalId: application.logicalId,
  type: application.definition.Type,
  properties: {},
  generation: 0,
  physicalId: '',
  attributes: {},
  status: '',
  changedAt: 0,
  ...policiesOf(application),
});

interface Step {
  readonly request: ResourceRequest;
  readonly decision: Decision;
  readonly before: ResourceRecord | undefined;
  readonly attributes: ReturnType<typeof policiesOf>;
}

const failedVerbs = { create: 'create', update: 'update', replace: 'update' } as const;
const replacing = 'Requested update requires the creation of a new physical resource; hence creating one.';

async function carryOut(run: OperationRun, step: Step): Promise<void> {
  const { request, before } = step;
  const did = step.decision.action === 'keep' ? 'update' : step.decision.action;
  const blank = blankOf(step);
  const current = before ?? blank;
  const mark = (status: string, reason?: string): void =>
    save(
      run,
      run.mark({ ...current, properties: request.properties }, `${verbs[did]}_${status}`, reason),
      current,
    );
  const wasBegun = resumeStep(run, request.logicalId);
  pushUndo(run, { logicalId: request.logicalId, did, before, state: 'begun' });
  mark('IN_PROGRESS', did === 'replace' ? replacing : undefined);
  try {
    // Not awaited when it is there at once: what was made and the record of it are written in one piece.
    const result = make(run, { request, before, did }, wasBegun);
    const made = result instanceof Promise ? await result : result;
    const record = { ...blank, physicalId: made.physicalId, attributes: attributesOf(made) };
    save(run, run.mark(record, `${verbs[did]}_COMPLETE`), record);
    endStep(run, request.logicalId, 'done');
    if (did === 'replace') keepLeftover(run, before);
  } catch (error) {
    const why = failureReason(error, did);
    mark('FAILED', why);
    endStep(run, request.logicalId, 'failed');
    throw new StepFailure(request.logicalId, failedVerbs[did], why);
  }
}

const attributesOf = ({ attributes = {} }: MadeResource) => asJson(attributes);

const blankOf = ({ request, attributes }: Step): ResourceRecord => ({
  ...request,
  ...attributes,
  physicalId: '',
  attributes: {},
  status: '',
  changedAt: 0,
});

function keepLeftover(run: OperationRun, before: ResourceRecord | undefined): void {
  if (before !== undefined) run.change({ leftovers: [...run.operation().leftovers, before] });
}

/** Keeps a record with a new state; its properties are those that it really has. */
function save(run: OperationRun, marked: ResourceRecord, real: ResourceRecord): void {
  run.directory.saveResource(run.stackId, { ...marked, properties: real.properties });
}

interface Making {
  readonly request: ResourceRequest;
  readonly before: ResourceRecord | undefined;
  readonly did: UndoStep['did'];
}

function make(
  run: OperationRun,
  { request, before, did }: Making,
  wasBegun: boolean,
): MadeResource | Promise<MadeResource> {
  const context = run.context({ adopt: wasBegun || run.operation().immediate });
  if (did === 'update' && before !== undefined) return run.provider.update(request, before, context);
  return run.provider.create(request, context);
}

function failureReason(error: unknown, did: UndoStep['did']): string {
  const isTaken = error instanceof Error && error.name === 'AlreadyExists';
  if (!isTaken || did !== 'replace') return reasonOf(error);
  return 'CloudFormation cannot update a stack when a custom-named resource requires replacing. Rename the resource and update the stack again.';
}

/** Drops the step that an earlier process left unfinished; tells whether there was one. */
function resumeStep(run: OperationRun, logicalId: string): boolean {
  const { undo } = run.operation();
  const others = undo.filter((step) => step.logicalId !== logicalId || step.state !== 'begun');
  if (others.length === undo.length) return false;
  run.change({ undo: others });
  return true;
}

function pushUndo(run: OperationRun, step: UndoStep): void {
  run.change({ undo: [...run.operation().undo, step] });
}

function endStep(run: OperationRun, logicalId: string, state: UndoStep['state']): void {
  const undo = run
    .operation()
    .undo.map((step) => (step.logicalId === logicalId && step.state === 'begun' ? { ...step, state } : step));
  run.change({ undo });
}
