import { readFileSync } from 'node:fs';

/** Resident memory of a process in bytes, now and at most so far. */
export interface ProcessMemory {
  readonly current: number;
  readonly peak: number;
}

const kilobytes = (status: string, field: string): number =>
  Number(new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1] ?? 0) * 1024;

/**
 * Reads what Linux knows of a process; undefined where there is no /proc, or the process has ended.
 * Not `getrusage`: its peak begins with that of the parent.
 */
export const readProcessMemory = (pid: number): ProcessMemory | undefined => {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'latin1');
    const peak = kilobytes(status, 'VmHWM');
    return peak === 0 ? undefined : { current: kilobytes(status, 'VmRSS'), peak };
  } catch {
    return undefined;
  }
};
