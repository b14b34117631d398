import type {
  ContactFlowName,
  ContactQueueName,
  FlowModuleName,
  FunctionName,
} from '@atlas-engine/resource-names';
import { actions } from '../builder/actions.ts';
import type { Path } from '../language/path.ts';
import {
  flow as flowReference,
  flowModule,
  lambda,
  queue as queueReference,
} from '../references/references.ts';

interface After<T extends string> {
  readonly next: T;
  readonly failed: T;
}

/** Sets the queue that later blocks mean. */
export const setQueue = <const T extends string>(queue: ContactQueueName, { next, failed }: After<T>) =>
  actions.updateContactTargetQueue(
    { QueueId: queueReference(queue) },
    { next, errors: { NoMatchingError: failed } },
  );

/** Puts the contact into the target queue. */
export const enqueue = <const T extends string>({ full, failed }: { readonly full: T; readonly failed: T }) =>
  actions.transferContactToQueue({}, { errors: { QueueAtCapacity: full, NoMatchingError: failed } });

/** Goes on in another flow, without a way back. */
export const goToFlow = <const T extends string>(name: ContactFlowName, { failed }: { readonly failed: T }) =>
  actions.transferToFlow({ ContactFlowId: flowReference(name) }, { errors: { NoMatchingError: failed } });

/** Runs a module and goes on where it ends. */
export const runModule = <const T extends string>(name: FlowModuleName, { next, failed }: After<T>) =>
  actions.invokeFlowModule({ FlowModuleId: flowModule(name) }, { next, errors: { NoMatchingError: failed } });

/** A call of a function: it answers texts by key, within 1 to 8 seconds. */
export interface FunctionCall {
  readonly function: FunctionName;
  readonly seconds: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;
  readonly input?: Readonly<Record<string, string>>;
}

/** Calls a function and waits; what it answers is in `$.External` until the next call. It may be called again. */
export const callFunction = <const T extends string>(call: FunctionCall, { next, failed }: After<T>) =>
  actions.invokeLambdaFunction(
    {
      LambdaFunctionARN: lambda(call.function),
      InvocationTimeLimitSeconds: String(call.seconds),
      InvocationType: 'SYNCHRONOUS',
      ...(call.input === undefined ? {} : { LambdaInvocationAttributes: { ...call.input } }),
      ResponseValidation: { ResponseType: 'STRING_MAP' },
    },
    { next, errors: { NoMatchingError: failed } },
  );

/** Sets the number that a callback dials. */
export const setCallbackNumber = <const T extends string>(
  number: Path,
  then: { readonly next: T; readonly invalid: T; readonly notDialable: T },
) =>
  actions.updateContactCallbackNumber(
    { CallbackNumber: number },
    {
      next: then.next,
      errors: { InvalidCallbackNumber: then.invalid, CallbackNumberNotDialable: then.notDialable },
    },
  );

/** When and how often a callback is tried. */
export interface Callback {
  readonly queue?: ContactQueueName;
  readonly delaySeconds: number;
  readonly attempts: number;
  readonly betweenSeconds: number;
}

/** Puts a callback into a queue: the one named, or the target queue. */
export const createCallback = <const T extends string>(callback: Callback, { next, failed }: After<T>) =>
  actions.createCallbackContact(
    {
      ...(callback.queue === undefined ? {} : { QueueId: queueReference(callback.queue) }),
      InitialCallDelaySeconds: String(callback.delaySeconds),
      MaximumConnectionAttempts: String(callback.attempts),
      RetryDelaySeconds: String(callback.betweenSeconds),
    },
    { next, errors: { NoMatchingError: failed } },
  );

/** A task for people. */
export interface Task {
  readonly flow: ContactFlowName;
  readonly name: string;
  readonly description?: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

/** Creates a task. */
export const createTask = <const T extends string>(task: Task, { next, failed }: After<T>) =>
  actions.createTask(
    {
      ContactFlowId: flowReference(task.flow),
      Name: task.name,
      ...(task.description === undefined ? {} : { Description: task.description }),
      ...(task.attributes === undefined ? {} : { Attributes: { ...task.attributes } }),
    },
    { next, errors: { NoMatchingError: failed } },
  );
