import type { SimulationClock } from '@atlas-engine/simulation';
import { deterministicUuid } from '@atlas-engine/simulation';
import { invalidParameter } from './function-name.ts';
import type { Functions, Target } from './functions.ts';
import type { InvocationRequest, InvokeResult } from './invoke.ts';
import { startEventSource } from './queue/event-source.ts';
import type { EventSource, EventSourceSpec } from './queue/event-source-spec.ts';
import { parseEventSourceSpec } from './queue/event-source-spec.ts';
import type { QueuePort } from './queue/queue-port.ts';

/** A mapping that was added. */
export interface EventSourceMapping {
  readonly uuid: string;
  readonly functionArn: string;
  readonly source: EventSource;
  /** Simulated epoch milliseconds. */
  readonly addedAt: number;
}

export interface EventSources {
  /** Adds a mapping, or replaces the one of the same function and queue. @throws AwsError InvalidParameterValueException */
  readonly add: (spec: EventSourceSpec) => EventSourceMapping;
  /** Ends a mapping; one that is not there is no error. */
  readonly remove: (uuid: string) => void;
  readonly all: () => readonly EventSourceMapping[];
  readonly close: () => void;
}

export interface EventSourcesOptions {
  readonly clock: SimulationClock;
  readonly functions: Functions;
  readonly queues: QueuePort | undefined;
  /** How many processes a function may have. */
  readonly maxProcesses: number;
  readonly invoke: (target: Target, request: InvocationRequest) => Promise<InvokeResult>;
  readonly log: (functionName: string, requestId: string, line: string) => void;
}

const checkVisibility = (queues: QueuePort, { queueArn }: EventSource, target: Target): void => {
  const visibility = queues.visibilityTimeout?.(queueArn);
  const { timeoutSeconds } = target.function.spec;
  if (visibility !== undefined && visibility < timeoutSeconds)
    throw invalidParameter(
      `Queue visibility timeout: ${visibility} seconds is less than Function timeout: ${timeoutSeconds} seconds`,
    );
};

/** Makes the event source mappings of an account; the host adds them at every start. */
export const createEventSources = (options: EventSourcesOptions): EventSources => {
  const { clock, functions, queues, maxProcesses, invoke, log } = options;
  const mappings = new Map<string, { readonly mapping: EventSourceMapping; readonly stop: () => void }>();

  const start = (source: EventSource, target: Target, port: QueuePort): (() => void) => {
    if (!source.enabled) return () => undefined;
    const { spec } = target.function;
    return startEventSource(source, {
      clock,
      queues: port,
      target,
      capacity: () => Math.min(maxProcesses, target.function.spec.reservedConcurrency ?? maxProcesses),
      invoke,
      log: (requestId, line) => log(spec.name, requestId, line),
    });
  };

  return {
    add: (spec) => {
      const source = parseEventSourceSpec(spec);
      if (!queues) throw invalidParameter('event sources: the host of this Lambda gives no queues');
      const target = functions.find(source.functionName);
      const { roleArn, name } = target.function.spec;
      const port = queues.asRole?.(roleArn, name) ?? queues;
      checkVisibility(port, source, target);
      const uuid = deterministicUuid('event-source-mapping', target.arn, source.queueArn);
      mappings.get(uuid)?.stop();
      const mapping = { uuid, functionArn: target.arn, source, addedAt: clock.now() };
      mappings.set(uuid, { mapping, stop: start(source, target, port) });
      return mapping;
    },
    remove: (uuid) => {
      mappings.get(uuid)?.stop();
      mappings.delete(uuid);
    },
    all: () => [...mappings.values()].map(({ mapping }) => mapping),
    close: () => {
      for (const { stop } of mappings.values()) stop();
    },
  };
};
