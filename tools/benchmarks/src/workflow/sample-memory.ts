import { setTimeout as sleep } from 'node:timers/promises';
import { findRunningCloud } from '@atlas-engine/local-cloud';

/** Watches the memory of a local cloud, host and functions together, until it is stopped. */
export interface MemoryWatch {
  /** The most bytes that were resident at once; 0 when the cloud was never met. */
  stop(): Promise<number>;
}

const every = 200;

/** Starts watching the local cloud that uses a state directory, as soon as there is one. */
export function watchMemory(stateDirectory: string): MemoryWatch {
  const ended = new AbortController();
  const watching = watch(stateDirectory, ended.signal);
  return {
    stop: async () => {
      ended.abort();
      return await watching;
    },
  };
}

async function watch(stateDirectory: string, signal: AbortSignal): Promise<number> {
  let peak = 0;
  let url: string | undefined;
  while (!signal.aborted) {
    url ??= (await findRunningCloud(stateDirectory))?.url;
    if (url !== undefined) peak = Math.max(peak, await totalBytes(url));
    await sleep(every);
  }
  return peak;
}

/** 0 when the cloud does not answer: it is ending, and what it needed is known by then. */
async function totalBytes(url: string): Promise<number> {
  try {
    const response = await fetch(`${url}/_atlas/memory`, { signal: AbortSignal.timeout(5000) });
    return memoryOf(await response.json());
  } catch {
    return 0;
  }
}

/** The `totalBytes` of an answer to `GET /_atlas/memory`; 0 when it has none. */
export function memoryOf(answer: unknown): number {
  const isObject = typeof answer === 'object' && answer !== null && 'totalBytes' in answer;
  return isObject && typeof answer.totalBytes === 'number' ? answer.totalBytes : 0;
}
