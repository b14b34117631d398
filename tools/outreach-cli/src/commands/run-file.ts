import { setTimeout as wait } from 'node:timers/promises';
import type { Cloud } from '../cloud/cloud.ts';
import { printReport } from '../report/print-report.ts';
import { exitStatusOf, reportOf } from '../report/row-result.ts';
import { completeResult } from '../run/complete-result.ts';
import { runOutreach } from '../run/run-outreach.ts';
import type { Intake } from '../run/take-in.ts';
import type { Context } from './context.ts';

/** Exit status of a process that SIGINT ended, as shells have it. */
export const interruptedStatus = 130;

/** Runs the rows through the workflow and reports; the answer is the exit status. */
export async function runFile(intake: Intake, cloud: Cloud, { options, terminal }: Context): Promise<number> {
  const { progress, signal, out, note } = terminal;
  const startedAt = performance.now();
  const finished = await runOutreach(intake.accepted, {
    executions: cloud.executions,
    holdClock: () => cloud.holdClock(),
    pause: (running) => pause(cloud.pollEvery * (1 + Math.floor(running / 1000)), signal),
    onProgress: (state) => progress.update(state),
    signal,
  }).finally(() => progress.stop());
  if (finished.length < intake.accepted.length) {
    note(
      `Stopped: ${finished.length} of ${intake.accepted.length} requests are finished. ` +
        'Run the same command again to go on.',
    );
    return interruptedStatus;
  }
  const complete = await Promise.all(finished.map((result) => completeResult(result, cloud.store)));
  const report = reportOf(
    [...intake.ended.map(({ result }) => result), ...complete],
    performance.now() - startedAt,
  );
  out(options.json ? JSON.stringify(report) : printReport(report, messagesOf(intake)));
  return exitStatusOf(report);
}

/** Ends early when the user stops. */
const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  wait(ms, undefined, { signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });

const messagesOf = ({ ended }: Intake): ReadonlyMap<number, string> =>
  new Map(ended.map(({ result, message }) => [result.row, message]));
