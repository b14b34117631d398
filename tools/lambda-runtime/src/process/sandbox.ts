import { codeStamp } from './code-stamp.ts';
import type { Ending } from './ending.ts';
import { outcomeOf } from './ending.ts';
import type { HostedProcess } from './hosted-process.ts';
import { startHostedProcess } from './hosted-process.ts';
import { endLines, initTimeoutLine, startLine, timeoutLine } from './invocation-lines.ts';
import type { InitLimit, Job, Run } from './job.ts';
import type { ProcessMemory } from './process-memory.ts';
import { within } from './within.ts';
import type { VersionSpec } from '../function-spec.ts';

export interface SandboxOptions {
  readonly spec: VersionSpec;
  readonly environment: (runtimeApi: string) => Readonly<Record<string, string>>;
  /** Simulated epoch milliseconds. */
  readonly now: () => number;
  readonly line: (requestId: string, text: string) => void;
}

/** One execution environment: a process that runs one invocation at a time. */
export interface Sandbox {
  /** The function as it was when the process started. */
  readonly spec: VersionSpec;
  /** 0 until the process has started. */
  readonly pid: number;
  readonly state: 'starting' | 'idle' | 'busy' | 'ended';
  /** Of the code with which it started. */
  readonly stamp: string;
  readonly memory: () => ProcessMemory;
  readonly run: (job: Job, initLimit: InitLimit) => Promise<Run>;
  /** Kills the process; resolves when it has ended. */
  readonly stop: () => Promise<void>;
  readonly ended: Promise<void>;
}

/** How a process dealt with a job, and for how long in milliseconds of the wall. */
interface Performed {
  readonly ending: Ending | Exclude<Run, { readonly kind: 'done' }>;
  readonly ms: number;
}

const noMemory: ProcessMemory = { current: 0, peak: 0 };
const answers: readonly string[] = ['response', 'error', 'response-too-large'];

/** Starts a process for a function; it loads the handler while its first job waits. */
export const startSandbox = ({ spec, environment, now, line }: SandboxOptions): Sandbox => {
  const { timeoutSeconds, memoryMb } = spec;
  const startedAt = performance.now();
  const status = { state: 'starting' as Sandbox['state'] };
  let hosted: HostedProcess | undefined;
  let initMs: number | undefined;
  let job: Job | undefined;
  let requestId = '';

  const tell = (text: string): void => {
    line(requestId, text);
    job?.line?.(text);
  };

  const opened = startHostedProcess({ spec, environment, line: tell }).then((process) => (hosted = process));
  const end = (): void => {
    status.state = 'ended';
  };
  const leave = (): void => {
    if (status.state === 'busy') status.state = 'idle';
  };
  const ended = opened.then(({ exited }) => exited).then(end, end);

  /** Waits for the handler to be loaded; gives what went wrong. */
  const start = async (process: HostedProcess, { ms, final }: InitLimit): Promise<Performed | undefined> => {
    const kind = final ? 'timeout' : 'init-timeout';
    const ending = await within<Performed['ending'] | undefined>(process.started, {
      ms,
      otherwise: () => ({ kind }),
    });
    const took = performance.now() - startedAt;
    if (!ending) {
      // Known from here on, should the process end before it can be asked.
      process.memory();
      initMs = took;
      return undefined;
    }
    tell(ending.kind === 'init-timeout' ? initTimeoutLine(took) : startLine(requestId, spec.version));
    return { ending, ms: took };
  };

  const perform = async (process: HostedProcess, performed: Job): Promise<Performed> => {
    const timeoutMs = timeoutSeconds * 1000;
    let begunAt: number | undefined;
    const begin = (): number => {
      begunAt = performance.now();
      tell(startLine(requestId, spec.version));
      return now();
    };
    const ending = await within<Ending>(process.give({ ...performed, begin, timeoutMs }), {
      ms: timeoutMs,
      otherwise: () => ({ kind: 'timeout' }),
    });
    const neverBegun = begunAt === undefined && ending.kind === 'exit';
    return {
      ending: neverBegun ? { kind: 'not-started' } : ending,
      ms: performance.now() - (begunAt ?? startedAt),
    };
  };

  /** Closes the job's log once all that the process has told is in it. */
  const close = async (
    process: HostedProcess,
    { ending, ms, billsInit }: { ending: Ending; ms: number; billsInit: boolean },
  ): Promise<Run> => {
    const { peak } = process.memory();
    const staysAlive = answers.includes(ending.kind) && job?.crashAfterAnswer !== true;
    if (!staysAlive) process.kill();
    await (staysAlive ? process.output() : process.closed);
    if (ending.kind === 'timeout') tell(timeoutLine(requestId, { now: now(), timeoutSeconds }));
    const outcome = outcomeOf(ending, { requestId, timeoutSeconds });
    const init = billsInit && initMs !== undefined ? { initMs } : {};
    endLines({ requestId, durationMs: ms, memoryMb, peakBytes: peak, ...init }, outcome).forEach(tell);
    return { kind: 'done', outcome };
  };

  const run: Sandbox['run'] = async (next, initLimit) => {
    const isFirst = status.state === 'starting';
    job = next;
    requestId = next.requestId;
    status.state = 'busy';
    const process = await opened;
    const { ending, ms } = (isFirst && (await start(process, initLimit))) || (await perform(process, next));
    let result: Run;
    if (ending.kind === 'init-timeout' || ending.kind === 'not-started') {
      process.kill();
      await process.closed;
      result = ending;
    } else result = await close(process, { ending, ms, billsInit: isFirst });
    job = undefined;
    leave();
    return result;
  };

  return {
    spec,
    get pid() {
      return hosted?.pid ?? 0;
    },
    get state() {
      return status.state;
    },
    stamp: codeStamp(spec.codeDirectory, spec.handler),
    memory: () => hosted?.memory() ?? noMemory,
    run,
    stop: async () => {
      const process = await opened.catch(() => undefined);
      process?.kill();
      await process?.closed;
    },
    ended,
  };
};
