import type { Exit } from './function-process.ts';
import { startFunctionProcess } from './function-process.ts';
import type { ProcessMemory } from './process-memory.ts';
import { readProcessMemory } from './process-memory.ts';
import type { Invocation, RuntimeAnswer } from './runtime-api.ts';
import { openRuntimeApi } from './runtime-api.ts';
import type { FunctionSpec } from '../function-spec.ts';

/** How a process ended what it had to do. */
export type ProcessEnding =
  RuntimeAnswer | ({ readonly kind: 'exit' } & Exit) | { readonly kind: 'out-of-memory' };

/** A function's process together with its Runtime API. */
export interface HostedProcess {
  readonly pid: number;
  /** Resolves without a value when the process is ready for invocations. */
  readonly started: Promise<ProcessEnding | undefined>;
  /** Hands over an invocation; one at a time. */
  readonly give: (invocation: Invocation) => Promise<ProcessEnding>;
  /** Read anew. */
  readonly memory: () => ProcessMemory;
  /** Resolves once the output of the invocation that was given last has been told. */
  readonly output: () => Promise<void>;
  readonly kill: () => void;
  readonly exited: Promise<Exit>;
  /** Resolves when the process has ended and its output has been read. */
  readonly closed: Promise<void>;
}

export interface HostedProcessOptions {
  readonly spec: FunctionSpec;
  readonly environment: (runtimeApi: string) => Readonly<Record<string, string>>;
  readonly line: (text: string) => void;
}

/** How often memory is compared with the function's limit, in milliseconds of the wall. */
const memoryCheckMs = 100;

/** Starts a process, and kills it when it takes more memory than its function may. */
export const startHostedProcess = async (options: HostedProcessOptions): Promise<HostedProcess> => {
  const { spec, line } = options;
  const started = Promise.withResolvers<ProcessEnding | undefined>();
  let invocation = Promise.withResolvers<ProcessEnding>();
  let output = Promise.resolve();
  let working = true;
  let ended = false;

  const settle = (ending: ProcessEnding): void => {
    working = false;
    started.resolve(ending);
    invocation.resolve(ending);
  };
  const api = await openRuntimeApi({ ready: () => started.resolve(undefined), answer: settle });
  const process = startFunctionProcess({
    memoryMb: spec.memoryMb,
    directory: spec.codeDirectory,
    environment: options.environment(api.address),
    line,
  });

  let known: ProcessMemory = { current: 0, peak: 0 };
  const memory = (): ProcessMemory => {
    known = readProcessMemory(process.pid) ?? { ...known, peak: Math.max(known.peak, api.toldPeak) };
    return known;
  };
  const watch = setInterval(() => {
    if (!working || memory().current <= spec.memoryMb * 2 ** 20) return;
    process.kill();
    settle({ kind: 'out-of-memory' });
  }, memoryCheckMs).unref();

  const end = (exit: Exit): void => {
    clearInterval(watch);
    ended = true;
    known = { ...known, current: 0 };
    settle({ kind: 'exit', ...exit });
    api.close();
  };
  return {
    pid: process.pid,
    started: started.promise,
    give: (next) => {
      if (ended) return Promise.resolve({ kind: 'exit', code: null, signal: null });
      invocation = Promise.withResolvers();
      working = true;
      output = process.outputOf(next.requestId);
      api.give(next);
      return invocation.promise;
    },
    memory,
    output: () => output,
    kill: process.kill,
    exited: process.exited.then((exit) => {
      end(exit);
      return exit;
    }),
    closed: process.closed,
  };
};
