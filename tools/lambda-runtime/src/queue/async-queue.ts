import type { FaultPlan, SimulationClock, StateStore, Timer } from '@atlas-engine/simulation';
import type { Functions, Target } from '../functions.ts';
import type { InvocationRequest, InvokeResult } from '../invoke.ts';
import type { AsyncEvent, FailureCondition } from './async-event.ts';
import { refusalDelay, retryDelay } from './async-event.ts';
import type { Deliver, EventLog } from './give-up.ts';
import { createGiveUp, errorNameOf } from './give-up.ts';
import { createTurns } from './turns.ts';

export interface AsyncQueueOptions {
  readonly clock: SimulationClock;
  readonly store: StateStore;
  readonly faults: FaultPlan;
  readonly functions: Functions;
  readonly invoke: (target: Target, request: InvocationRequest) => Promise<InvokeResult>;
  readonly deliver: Deliver;
  /** How many processes a function may have: as many of its events are run at a time. */
  readonly maxProcesses: number;
  readonly log: EventLog;
}

/** Events that wait to be given to functions, at least once each, in no order. They outlive the process. */
export interface AsyncQueue {
  readonly accept: (target: Target, request: Omit<InvocationRequest, 'faultKey'>) => void;
  /** Takes up the events that an earlier process left for a function. */
  readonly resume: (functionName: string) => void;
  readonly size: number;
  readonly close: () => void;
}

const defaultRetries = 2;
const defaultAgeSeconds = 21_600;

/** Makes the queue of asynchronous invocations, with their retries, dead letters and duplicates. */
export const createAsyncQueue = (options: AsyncQueueOptions): AsyncQueue => {
  const { clock, faults, functions, invoke, log } = options;
  const events = options.store.collection<AsyncEvent>('lambda/async-events');
  const giveUp = createGiveUp(options.deliver, log);
  const timers = new Map<string, Timer>();
  /** Events that this process looks after: their timer runs, or they wait for their turn, or they are being run. */
  const held = new Set<string>();
  // Callers that wait for an answer must not stand behind all events that are due.
  const turns = createTurns(() => options.maxProcesses);
  let closed = false;

  const tell = ({ reference, requestId }: AsyncEvent, line: string): void =>
    log(reference.name, requestId, line);

  const arm = (key: string, event: AsyncEvent): void => {
    const timer = clock.schedule(event.dueAt, () => {
      timers.delete(key);
      turns.take(event.reference.name, () => clock.busy(() => attempt(key)));
    });
    timers.set(key, timer);
    held.add(key);
  };

  const keep = (key: string, event: AsyncEvent): void => {
    events.set(key, event);
    arm(key, event);
  };

  const drop = (key: string): void => {
    events.delete(key);
    held.delete(key);
  };

  const end = async (
    key: string,
    event: AsyncEvent,
    { target, condition, result }: { target: Target; condition: FailureCondition; result?: InvokeResult },
  ): Promise<void> => {
    const { arn } = target.function;
    const failed = { event, condition, functionArn: arn, now: clock.now(), ...(result && { result }) };
    await giveUp(failed, { ...target.function.spec, asyncConfig: target.asyncConfig() });
    drop(key);
  };

  const runOnce = async (key: string, event: AsyncEvent, target: Target): Promise<void> => {
    let result: InvokeResult;
    try {
      result = await invoke(target, { ...event, faultKey: `${event.reference.name}/event` });
    } catch (error) {
      if (closed) return;
      tell(event, `WARN the event could not be run and stays queued: ${errorNameOf(error)}`);
      const dueAt = clock.now() + refusalDelay(event.refusals);
      keep(key, { ...event, refusals: event.refusals + 1, dueAt });
      return;
    }
    if (closed) return;
    const runs = event.runs + 1;
    const { maximumRetryAttempts = defaultRetries } = target.asyncConfig();
    if (!result.functionError) drop(key);
    else if (runs > maximumRetryAttempts)
      await end(key, { ...event, runs }, { target, condition: 'RetriesExhausted', result });
    else keep(key, { ...event, runs, refusals: 0, dueAt: clock.now() + retryDelay(runs) });
  };

  const targetOf = ({ reference }: AsyncEvent): Target | undefined => {
    try {
      return functions.find(reference.name, reference.qualifier);
    } catch {
      return undefined;
    }
  };

  const attempt = async (key: string): Promise<void> => {
    const event = events.get(key);
    if (!event || closed) return;
    const target = targetOf(event);
    if (!target) {
      tell(event, 'ERROR the event is dropped: its function or qualifier is gone');
      drop(key);
      return;
    }
    const { reservedConcurrency } = target.function.spec;
    const age = clock.now() - event.acceptedAt;
    if (age > (target.asyncConfig().maximumEventAgeSeconds ?? defaultAgeSeconds) * 1000)
      await end(key, event, { target, condition: 'EventAgeExceeded' });
    // A function that is stopped by a concurrency of 0 gets no retries (Lambda developer guide, reserved concurrency).
    else if (reservedConcurrency === 0) await end(key, event, { target, condition: 'RetriesExhausted' });
    else await runOnce(key, event, target);
  };

  /** A caller may use a request id again: that makes another event. */
  const freeKey = (requestId: string): string => {
    let number = 1;
    while (events.has(`${requestId}/${number}`)) number += 1;
    return `${requestId}/${number}`;
  };

  return {
    accept: ({ reference }, { requestId, payload, traceId, clientContext }) => {
      const point = { service: 'lambda', operation: 'InvokeAsync', key: reference.name };
      const acceptedAt = clock.now();
      const event = {
        reference,
        requestId,
        payload,
        traceId,
        clientContext,
        acceptedAt,
        runs: 0,
        refusals: 0,
      };
      for (let copies = faults.deliveries(point); copies > 0; copies -= 1) {
        keep(freeKey(requestId), { ...event, dueAt: acceptedAt + faults.delay(point) });
      }
    },
    resume: (functionName) => {
      for (const [key, event] of events.entries()) {
        if (event.reference.name === functionName && !held.has(key)) arm(key, event);
      }
    },
    get size() {
      return events.size;
    },
    close: () => {
      closed = true;
      for (const timer of timers.values()) timer.cancel();
      timers.clear();
    },
  };
};
