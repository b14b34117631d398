import { AwsError, type ServiceDouble } from '@atlas-engine/aws-wire';
import { noFaults } from '@atlas-engine/simulation';
import { lambdaService } from './api/lambda-service.ts';
import type { EventSourceMapping } from './event-sources.ts';
import { createEventSources } from './event-sources.ts';
import { invalidParameter } from './function-name.ts';
import { codeOf } from './api/function-configuration.ts';
import type { Alias, AliasSpec } from './aliases.ts';
import type { AsyncConfig, FunctionSpec, VersionSpec } from './function-spec.ts';
import { createFunctions } from './functions.ts';
import { defaultAsyncPayload } from './invocation-payload.ts';
import type { Invoke } from './invocations.ts';
import { createInvocations } from './invocations.ts';
import { createInvoker } from './invoke.ts';
import type { LambdaOptions } from './lambda-options.ts';
import { limitsOf } from './lambda-options.ts';
import { codeStamp } from './process/code-stamp.ts';
import { createProcessStarter } from './process/process-starter.ts';
import type { Pool } from './process/pool.ts';
import { createPool } from './process/pool.ts';
import type { Sandbox } from './process/sandbox.ts';
import { createAsyncQueue } from './queue/async-queue.ts';
import type { EventSourceSpec } from './queue/event-source-spec.ts';

/** A process that runs a function. */
export interface FunctionProcessState {
  readonly functionName: string;
  /** 0 until it has started. */
  readonly pid: number;
  readonly state: Sandbox['state'];
}

/** Resident memory of function processes, in bytes. */
export interface MemoryUse {
  readonly totalBytes: number;
  readonly processes: readonly (FunctionProcessState & {
    readonly bytes: number;
    readonly peakBytes: number;
  })[];
}

const versionInUse = (aliases: readonly string[]): AwsError =>
  new AwsError(
    'ResourceConflictException',
    `Version can not be deleted, because aliases lead to it: ${aliases.join(', ')}`,
    { status: 409, members: { Type: 'User' } },
  );

/** Lambda on this machine. */
export interface Lambda {
  /** The API, signing scope `lambda`. */
  readonly service: ServiceDouble;
  /** Makes a function known, or replaces it; events that were left for it are taken up. @throws AwsError InvalidParameterValueException */
  readonly registerFunction: (spec: FunctionSpec) => void;
  /** Takes a function away and ends its processes; one that is not there is no error. */
  readonly removeFunction: (name: string) => Promise<void>;
  /** Makes a numbered version of a function as it is now, unless the newest is the same. @throws AwsError ResourceNotFoundException */
  readonly publishVersion: (name: string) => { readonly version: string; readonly isNew: boolean };
  /** Takes a version away; one that is not there is no error. @throws AwsError ResourceConflictException while an alias leads to it */
  readonly removeVersion: (name: string, version: string) => void;
  /** Makes an alias, or leads it elsewhere. @throws AwsError InvalidParameterValueException, ResourceNotFoundException */
  readonly putAlias: (name: string, alias: AliasSpec) => Alias;
  readonly alias: (name: string, alias: string) => Alias | undefined;
  /** Takes an alias away; one that is not there is no error. */
  readonly removeAlias: (name: string, alias: string) => void;
  /** Says what happens to failed events of a qualifier; nothing takes that back. */
  readonly putAsyncConfig: (name: string, qualifier: string, config: AsyncConfig | undefined) => void;
  readonly invoke: Invoke;
  /** Feeds a function from a queue. @throws AwsError InvalidParameterValueException, ResourceNotFoundException */
  readonly addEventSource: (spec: EventSourceSpec) => EventSourceMapping;
  /** Ends a mapping; one that is not there is no error. */
  readonly removeEventSource: (uuid: string) => void;
  /** Accepted events that are not dealt with. */
  readonly pendingEvents: number;
  readonly processes: () => readonly FunctionProcessState[];
  readonly memory: () => MemoryUse;
  /** Takes no more work and kills all processes; events stay in the store. */
  readonly close: () => Promise<void>;
}

/**
 * Runs functions as separate processes behind the Lambda Runtime API: invocations, events, queues and the API.
 *
 * @throws LambdaOptionError when an option is out of its bounds.
 */
export const createLambda = (options: LambdaOptions): Lambda => {
  const { clock, store, region, accountId, logs, deliver, faults = noFaults } = options;
  const limits = limitsOf(options, defaultAsyncPayload);
  const now = (): number => clock.now();

  const startProcess = createProcessStarter(options);

  const openPool = (current: () => VersionSpec): Pool =>
    createPool({
      start: () => startProcess(current()),
      isCurrent: ({ spec, stamp }) =>
        spec === current() && stamp === codeStamp(spec.codeDirectory, spec.handler),
      maxProcesses: limits.maxProcesses,
      idleMs: limits.idleMs,
      initTimeoutMs: limits.initTimeoutMs,
      timeoutMs: () => current().timeoutSeconds * 1000,
    });

  const functions = createFunctions({ store, now, region, accountId, openPool });
  const run = createInvoker({ clock, faults, metrics: options.metrics });
  const undeliverable = () => Promise.reject(invalidParameter('the host of this Lambda delivers nothing'));
  const asyncQueue = createAsyncQueue({
    clock,
    store,
    faults,
    functions,
    invoke: run,
    deliver: deliver ?? undeliverable,
    maxProcesses: limits.maxProcesses,
    log: logs,
  });
  const eventSources = createEventSources({
    clock,
    functions,
    queues: options.queues,
    maxProcesses: limits.maxProcesses,
    invoke: run,
    log: logs,
  });
  const { asyncPayloadLimit } = limits;
  const invoke = createInvocations({ faults, functions, asyncQueue, asyncPayloadLimit, invoke: run });

  const sandboxes = () =>
    functions.executables().flatMap(({ spec, pool }) =>
      pool.sandboxes.map((sandbox) => ({
        state: { functionName: spec.name, pid: sandbox.pid, state: sandbox.state },
        memory: sandbox.memory,
      })),
    );

  const checkDestinations = ({ name, asyncConfig }: FunctionSpec): void => {
    if (deliver || !(asyncConfig?.onFailureArn ?? asyncConfig?.deadLetterArn)) return;
    throw invalidParameter(`${name}: asyncConfig: the host of this Lambda can not deliver failed events`);
  };

  return {
    service: lambdaService({ functions, eventSources, invoke, codeFrom: options.codeFrom }),
    registerFunction: (spec) => {
      checkDestinations(spec);
      functions.register(spec);
      asyncQueue.resume(spec.name);
    },
    removeFunction: functions.remove,
    publishVersion: (name) => {
      const { function: found } = functions.find(name);
      return functions.publish(found, codeOf(found.spec).sha256);
    },
    removeVersion: (name, version) => {
      const leads = functions.aliases
        .of(name)
        .filter((alias) => alias.version === version || alias.additional?.version === version);
      if (leads.length > 0) throw versionInUse(leads.map((alias) => alias.name));
      functions.versions.remove(name, version);
    },
    putAlias: (name, alias) =>
      functions.aliases.put(functions.find(name).function.spec.name, alias, (version) =>
        functions.hasVersion(name, version),
      ),
    alias: (name, alias) => functions.aliases.find(name, alias),
    removeAlias: (name, alias) => functions.aliases.remove(name, alias),
    putAsyncConfig: (name, qualifier, config) => {
      if (config === undefined) functions.asyncConfigs.delete(`${name}:${qualifier}`);
      else functions.asyncConfigs.set(`${name}:${qualifier}`, config);
    },
    invoke,
    addEventSource: eventSources.add,
    removeEventSource: eventSources.remove,
    get pendingEvents() {
      return asyncQueue.size;
    },
    processes: () => sandboxes().map(({ state }) => state),
    memory: () => {
      const processes = sandboxes().map(({ state, memory }) => {
        const { current, peak } = memory();
        return { ...state, bytes: current, peakBytes: peak };
      });
      return { totalBytes: processes.reduce((total, { bytes }) => total + bytes, 0), processes };
    },
    close: async () => {
      eventSources.close();
      asyncQueue.close();
      await Promise.all(functions.executables().map(({ pool }) => pool.close()));
    },
  };
};
