import { AwsError } from '@atlas-engine/aws-wire';
import type { Outcome } from './ending.ts';
import type { InitLimit, Job } from './job.ts';
import type { Sandbox } from './sandbox.ts';

export interface PoolOptions {
  readonly start: () => Sandbox;
  /** Whether a process may take another job: its code and configuration are still those of the function. */
  readonly isCurrent: (sandbox: Sandbox) => boolean;
  readonly maxProcesses: number;
  /** Wall milliseconds after which an idle process is ended. */
  readonly idleMs: number;
  /** Wall milliseconds that a start may take before it is tried again, then within `timeoutMs`. */
  readonly initTimeoutMs: number;
  readonly timeoutMs: () => number;
}

/** The processes of one function. */
export interface Pool {
  /** Runs a job on a free process; jobs wait in the order in which they came. */
  readonly submit: (job: Job) => Promise<Outcome>;
  readonly sandboxes: readonly Sandbox[];
  /** Ends all processes, and refuses what waits. */
  readonly close: () => Promise<void>;
}

interface Waiting {
  readonly job: Job;
  readonly initLimit: InitLimit;
  readonly done: PromiseWithResolvers<Outcome>;
}

const closing = (): AwsError =>
  new AwsError('ServiceException', 'The local cloud is being stopped.', { status: 500 });

/** Makes the pool of a function; processes start when there is work, and stay warm. */
export const createPool = (options: PoolOptions): Pool => {
  const all = new Set<Sandbox>();
  /** The one used last is taken first, so that what is not needed ages. */
  const idle: { readonly sandbox: Sandbox; readonly timer: NodeJS.Timeout }[] = [];
  const waiting: Waiting[] = [];
  let closed = false;

  const drop = (sandbox: Sandbox): void => {
    all.delete(sandbox);
  };

  const retire = (sandbox: Sandbox): void => {
    drop(sandbox);
    void sandbox.stop();
  };

  const park = (sandbox: Sandbox): void => {
    const timer = setTimeout(() => {
      idle.splice(
        idle.findIndex((parked) => parked.sandbox === sandbox),
        1,
      );
      retire(sandbox);
    }, options.idleMs).unref();
    idle.push({ sandbox, timer });
  };

  const takeIdle = (): Sandbox | undefined => {
    for (let parked = idle.pop(); parked; parked = idle.pop()) {
      clearTimeout(parked.timer);
      if (parked.sandbox.state === 'idle' && options.isCurrent(parked.sandbox)) return parked.sandbox;
      retire(parked.sandbox);
    }
    return undefined;
  };

  const startOne = (): Sandbox | undefined => {
    if (all.size >= options.maxProcesses) return undefined;
    const sandbox = options.start();
    all.add(sandbox);
    void sandbox.ended.then(() => drop(sandbox));
    return sandbox;
  };

  const serve = async (sandbox: Sandbox, next: Waiting): Promise<void> => {
    try {
      const run = await sandbox.run(next.job, next.initLimit);
      if (run.kind === 'done') next.done.resolve(run.outcome);
      else if (run.kind === 'not-started') waiting.unshift(next);
      else waiting.unshift({ ...next, initLimit: { ms: options.timeoutMs(), final: true } });
    } catch (error) {
      next.done.reject(error);
    }
    if (sandbox.state === 'idle' && !closed) park(sandbox);
    else drop(sandbox);
    pump();
  };

  const pump = (): void => {
    while (waiting.length > 0) {
      const sandbox = takeIdle() ?? startOne();
      const next = sandbox && waiting.shift();
      if (!next) return;
      void serve(sandbox, next);
    }
  };

  return {
    submit: (job) => {
      if (closed) return Promise.reject(closing());
      const done = Promise.withResolvers<Outcome>();
      waiting.push({ job, initLimit: { ms: options.initTimeoutMs, final: false }, done });
      pump();
      return done.promise;
    },
    get sandboxes() {
      return [...all];
    },
    close: async () => {
      closed = true;
      for (const { done } of waiting.splice(0)) done.reject(closing());
      for (const { timer } of idle.splice(0)) clearTimeout(timer);
      await Promise.all([...all].map((sandbox) => sandbox.stop()));
    },
  };
};
