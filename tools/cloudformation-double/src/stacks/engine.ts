import { AwsError } from '@atlas-engine/aws-wire';
import { noUpdates, validationError, wrongState } from '../errors.ts';
import { carryOut } from './carry-out.ts';
import { deletionOrder } from './classify.ts';
import { checkContent } from './check-content.ts';
import { openRun, type EngineParts, type RunningOperation } from './operation-run.ts';
import { livingResources, planChanges } from './plan.ts';
import type { FailurePolicy, Operation, StackContent, StackRecord } from './stack-record.ts';

/** How content is deployed. */
export interface DeployOptions {
  readonly token?: string | undefined;
  readonly onFailure?: FailurePolicy;
  /** See `DeploymentContext.immediate`; also takes over what is there. */
  readonly immediate?: boolean;
  readonly origin?: StackRecord['origin'];
  readonly terminationProtection?: boolean;
  readonly changeSetId?: string;
}

export interface RemoveOptions {
  readonly token?: string | undefined;
  readonly retain?: readonly string[];
  readonly immediate?: boolean;
}

/** An operation that has begun. */
export interface Begun {
  readonly stackId: string;
  readonly running: RunningOperation;
}

/** Carries out operations on stacks. */
export interface Engine {
  /** @throws AwsError AlreadyExistsException, ValidationError */
  create(name: string, content: StackContent, options?: DeployOptions): Promise<Begun>;
  /** @throws AwsError ValidationError, also when there is nothing to do */
  update(nameOrArn: string, content: StackContent, options?: DeployOptions): Promise<Begun>;
  /** A stack that is not there, or gone, is no error. @throws AwsError ValidationError for a protected stack */
  remove(nameOrArn: string, options?: RemoveOptions): Promise<void>;
  /** Begins the operation of a change set, whose content was checked before. */
  begin(stack: StackRecord, content: StackContent, options: DeployOptions): Begun;
  cancelUpdate(nameOrArn: string): void;
  /** Goes on with what an earlier process left in the middle. */
  resume(): readonly RunningOperation[];
  /** Makes again what lives in memory. */
  restore(): Promise<void>;
}

const updatable = new Set([
  'CREATE_COMPLETE',
  'UPDATE_COMPLETE',
  'UPDATE_ROLLBACK_COMPLETE',
  'CREATE_FAILED',
  'UPDATE_FAILED',
]);

/** Whether the state of a stack allows its update. */
export const isUpdatable = ({ status }: StackRecord): boolean => updatable.has(status);

/** Makes the engine on the stacks of the store. */
export function createEngine(parts: EngineParts): Engine {
  const { directory } = parts;
  const { clock } = directory.place;
  const running = new Map<string, RunningOperation>();

  const start = (stackId: string): RunningOperation => {
    const answered = Promise.withResolvers<unknown>();
    const abort = new AbortController();
    let hold = clock.hold();
    const waiting = async <T>(work: () => Promise<T>): Promise<T> => {
      answered.resolve(undefined);
      hold.release();
      try {
        return await work();
      } finally {
        hold = clock.hold();
      }
    };
    const run = openRun(parts, stackId, { signal: abort.signal, waiting });
    const finish = (): void => {
      directory.saveOperation(stackId, undefined);
      running.delete(stackId);
      hold.release();
      answered.resolve(undefined);
    };
    const finished = carryOut(run).finally(finish);
    finished.catch(answered.reject);
    const operation = {
      finished,
      answered: answered.promise.then(() => undefined),
      cancel: () => abort.abort(),
    };
    running.set(stackId, operation);
    return operation;
  };

  const operationOf = (options: DeployOptions, rest: Pick<Operation, 'kind' | 'previous'>): Operation => ({
    ...rest,
    token: options.token,
    onFailure: options.onFailure ?? 'ROLLBACK',
    immediate: options.immediate ?? false,
    undo: [],
    leftovers: [],
    retain: [],
  });

  const begin = (stack: StackRecord, content: StackContent, options: DeployOptions): Begun => {
    const isNew = stack.status === 'REVIEW_IN_PROGRESS';
    const kind = isNew ? 'CREATE' : 'UPDATE';
    const { content: before, description, outputs } = stack;
    const previous = isNew ? undefined : { content: before, description, outputs };
    const now = clock.now();
    directory.saveOperation(stack.id, operationOf(options, { kind, previous }));
    directory.save({
      ...stack,
      content,
      origin: options.origin ?? 'api',
      disableRollback: options.onFailure === 'DO_NOTHING',
      ...(isNew ? { createdAt: now } : { updatedAt: now }),
      ...(options.changeSetId === undefined ? {} : { changeSetId: options.changeSetId }),
    });
    openRun(parts, stack.id, { signal: new AbortController().signal, waiting: (work) => work() }).enter(
      `${kind}_IN_PROGRESS`,
      'User Initiated',
    );
    return { stackId: stack.id, running: start(stack.id) };
  };

  return {
    begin,
    async create(name, content, options = {}) {
      if (directory.find(name) !== undefined) throw alreadyExists(name);
      const stack = newStack(parts, name, content, options);
      await checkContent(parts, stack, content);
      if (directory.find(name) !== undefined) throw alreadyExists(name);
      return begin(directory.save(stack), content, options);
    },
    async update(nameOrArn, content, options = {}) {
      const stack = directory.get(nameOrArn);
      if (!isUpdatable(stack)) throw wrongState(stack, 'updated');
      await checkContent(parts, stack, content);
      const plan = await planChanges(parts, stack, content);
      if (plan.isEmpty) throw noUpdates();
      if (!isUpdatable(directory.get(stack.id))) throw wrongState(directory.get(stack.id), 'updated');
      return begin(stack, content, options);
    },
    async remove(nameOrArn, options = {}) {
      const stack = directory.find(nameOrArn);
      if (stack === undefined || stack.status === 'DELETE_COMPLETE') return;
      checkRemovable(stack);
      const operation = operationOf({ ...options }, { kind: 'DELETE', previous: undefined });
      directory.saveOperation(stack.id, { ...operation, retain: options.retain ?? [] });
      const controls = {
        signal: new AbortController().signal,
        waiting: <T>(work: () => Promise<T>) => work(),
      };
      openRun(parts, stack.id, controls).enter('DELETE_IN_PROGRESS', 'User Initiated');
      await start(stack.id).answered;
    },
    cancelUpdate: (nameOrArn) => {
      const stack = directory.get(nameOrArn);
      if (stack.status !== 'UPDATE_IN_PROGRESS')
        throw validationError('CancelUpdateStack cannot be called from current stack status');
      running.get(stack.id)?.cancel();
    },
    resume: () =>
      directory
        .all()
        .filter(({ id }) => directory.operation(id) !== undefined && !running.has(id))
        .map(({ id }) => start(id)),
    async restore() {
      for (const stack of directory.all()) {
        if (stack.status === 'DELETE_COMPLETE') continue;
        const records = Object.values(livingResources(directory.resources(stack.id)));
        for (const record of deletionOrder(records).toReversed()) {
          if (record.status !== 'DELETE_SKIPPED') await parts.provider.restore(record);
        }
      }
    },
  };
}

function newStack(
  { directory }: EngineParts,
  name: string,
  ...[content, options]: readonly [StackContent, DeployOptions]
): StackRecord {
  return {
    id: directory.newArn('stack', name),
    name: checkedName(name),
    status: 'REVIEW_IN_PROGRESS',
    createdAt: directory.place.clock.now(),
    content,
    outputs: [],
    terminationProtection: options.terminationProtection ?? false,
    disableRollback: false,
    origin: options.origin ?? 'api',
  };
}

/** @throws AwsError ValidationError */
export function checkedName(name: string): string {
  if (/^[a-zA-Z][-a-zA-Z0-9]{0,127}$/.test(name)) return name;
  throw validationError(
    `1 validation error detected: Value '${name}' at 'stackName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*`,
  );
}

const alreadyExists = (name: string) =>
  new AwsError('AlreadyExistsException', `Stack [${name}] already exists`);

function checkRemovable(stack: StackRecord): void {
  if (stack.terminationProtection)
    throw validationError(`Stack [${stack.name}] cannot be deleted while TerminationProtection is enabled`);
  if (/_IN_PROGRESS$/.test(stack.status) && stack.status !== 'REVIEW_IN_PROGRESS')
    throw wrongState(stack, 'deleted');
}
