import type { Outcome } from './ending.ts';

/** What the platform measured of one invocation. */
export interface Measured {
  readonly requestId: string;
  /** Milliseconds of the wall. */
  readonly durationMs: number;
  /** Of the process's start, when this invocation caused it. */
  readonly initMs?: number;
  readonly memoryMb: number;
  readonly peakBytes: number;
}

/** The line that opens an invocation in the log. */
export const startLine = (requestId: string, version: string): string =>
  `START RequestId: ${requestId} Version: ${version}`;

const statusOf = ({ platformError }: Outcome): string[] => {
  if (platformError === undefined) return [];
  return platformError === 'Sandbox.Timedout'
    ? ['Status: timeout']
    : ['Status: error', `Error Type: ${platformError}`];
};

/** The lines that close an invocation: END and REPORT, whose fields are separated by tabs. Start-up is billed (since August 2025). */
export const endLines = (measured: Measured, outcome: Outcome): string[] => {
  const { requestId, durationMs, initMs, memoryMb, peakBytes } = measured;
  const report = [
    `REPORT RequestId: ${requestId}`,
    `Duration: ${durationMs.toFixed(2)} ms`,
    `Billed Duration: ${Math.ceil(durationMs + (initMs ?? 0))} ms`,
    `Memory Size: ${memoryMb} MB`,
    `Max Memory Used: ${Math.min(memoryMb, Math.ceil(peakBytes / 2 ** 20))} MB`,
    ...(initMs === undefined ? [] : [`Init Duration: ${initMs.toFixed(2)} ms`]),
    ...statusOf(outcome),
  ];
  return [`END RequestId: ${requestId}`, report.join('\t')];
};

/** The line in which the service tells of a time-out; `now` in simulated epoch milliseconds. */
export const timeoutLine = (
  requestId: string,
  { now, timeoutSeconds }: { now: number; timeoutSeconds: number },
) => `${new Date(now).toISOString()} ${requestId} Task timed out after ${timeoutSeconds.toFixed(2)} seconds`;

/** The line in which the service tells that loading the handler took too long. */
export const initTimeoutLine = (ms: number): string =>
  [`INIT_REPORT Init Duration: ${ms.toFixed(2)} ms`, 'Phase: init', 'Status: timeout'].join('\t');
