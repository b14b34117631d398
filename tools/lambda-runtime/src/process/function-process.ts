import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { readLogLines } from './log-lines.ts';

/** How a process ended. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Why it could not be started at all, e.g. ENOENT. */
  readonly failure?: string;
}

export interface FunctionProcess {
  /** 0 when the system could not start it. */
  readonly pid: number;
  readonly exited: Promise<Exit>;
  /** Resolves when the process has ended and its output has been read. */
  readonly closed: Promise<void>;
  /** Resolves once all up to the next end of that invocation has been told. */
  readonly outputOf: (requestId: string) => Promise<void>;
  /** Ends it at once, as the service does: no handler of the function runs. */
  readonly kill: () => void;
}

export interface ProcessOptions {
  readonly memoryMb: number;
  readonly directory: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly line: (text: string) => void;
}

const bootstrap = join(import.meta.dirname, '..', 'bootstrap', 'main.mjs');

/** Wall milliseconds that output of an ended process is waited for: a grandchild may hold it open for ever. */
const outputPatienceMs = 500;

/** Shares of the memory that V8 may use, as AWS's Node.js runtime sets them. */
const heapFlags = (memoryMb: number): string[] => [
  `--max-old-space-size=${Math.floor(memoryMb * 0.9)}`,
  `--max-semi-space-size=${Math.max(1, Math.floor(memoryMb * 0.05))}`,
];

/** Starts a process of this same Node.js with our bootstrap, and reads its output line by line. */
export const startFunctionProcess = ({
  memoryMb,
  directory,
  environment,
  line,
}: ProcessOptions): FunctionProcess => {
  const child = spawn(process.execPath, [...heapFlags(memoryMb), bootstrap], {
    cwd: directory,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  const outputs = [readLogLines(child.stdout, line), readLogLines(child.stderr, line)];
  const exited = new Promise<Exit>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
    child.once('error', (error: NodeJS.ErrnoException) => {
      if (child.pid === undefined) resolve({ code: null, signal: null, failure: error.code ?? error.name });
    });
  });
  const read = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
  });
  const closed = exited.then(async () => {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const patience = setTimeout(resolve, outputPatienceMs, undefined);
    await Promise.race([read, promise]);
    clearTimeout(patience);
    child.stdout.destroy();
    child.stderr.destroy();
  });
  return {
    pid: child.pid ?? 0,
    exited,
    closed,
    outputOf: async (requestId) => {
      await Promise.all(outputs.map((output) => output.until(requestId)));
    },
    kill: () => {
      child.kill('SIGKILL');
    },
  };
};
