import type { RowResult } from '../report/row-result.ts';
import type { Executions } from './executions.ts';
import { inParallel } from './in-parallel.ts';
import { resultOfExecution, type StartedRow } from './result-of-execution.ts';
import type { AcceptedRow } from './take-in.ts';

export interface RunOptions {
  readonly executions: Pick<Executions, 'start' | 'running' | 'describe'>;
  /** Keeps accelerated time still while the rows go in. */
  readonly holdClock: () => Promise<{ release(): Promise<void> }>;
  /** Waits before the next look; `running` executions were just listed, a thousand a call. */
  readonly pause: (running: number) => Promise<void>;
  readonly onProgress: (progress: {
    readonly started: number;
    readonly finished: number;
    readonly total: number;
  }) => void;
  /** Set when the user wants to stop; what was started goes on, and a second run finds it. */
  readonly signal: AbortSignal;
}

/** StartExecution or DescribeExecution calls under way at the same time. */
const callsAtOnce = 8;

/** Starts an execution for every row and waits until all have ended; a row that was started before is only awaited. */
export async function runOutreach(
  rows: readonly AcceptedRow[],
  options: RunOptions,
): Promise<readonly RowResult[]> {
  const started = await startAll(rows, options);
  return await awaitAll(started, options, (finished) =>
    options.onProgress({ started: started.length, finished, total: rows.length }),
  );
}

async function startAll(
  rows: readonly AcceptedRow[],
  { executions, holdClock, onProgress, signal }: RunOptions,
): Promise<readonly StartedRow[]> {
  const started: StartedRow[] = [];
  const hold = await holdClock();
  try {
    await inParallel(rows, callsAtOnce, async (row) => {
      if (signal.aborted) return;
      started.push({ ...row, executionArn: await executions.start(row.request) });
      onProgress({ started: started.length, finished: 0, total: rows.length });
    });
  } finally {
    await hold.release();
  }
  return started;
}

async function awaitAll(
  started: readonly StartedRow[],
  { executions, pause, signal }: RunOptions,
  onFinished: (count: number) => void,
): Promise<readonly RowResult[]> {
  const results = new Map<StartedRow, RowResult>();
  while (results.size < started.length && !signal.aborted) {
    const running = await executions.running();
    const ended = started.filter((row) => !results.has(row) && !running.has(row.executionArn));
    await inParallel(ended, callsAtOnce, async (row) => {
      const result = resultOfExecution(row, await executions.describe(row.executionArn));
      if (result !== undefined) results.set(row, result);
    });
    onFinished(results.size);
    if (results.size < started.length) await pause(running.size);
  }
  return [...results.values()];
}
