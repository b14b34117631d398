import * as z from 'zod';
import { ownerOf, type StateOwner } from './state-directory.ts';

/** A local cloud in another process. */
export type RunningCloud = StateOwner;

const statusSchema = z.object({ pid: z.number() });

/** The local cloud that uses a state directory and answers, if there is one. */
export async function findRunningCloud(stateDirectory: string): Promise<RunningCloud | undefined> {
  const owner = ownerOf(stateDirectory);
  if (!owner?.url.startsWith('http')) return undefined;
  try {
    const response = await fetch(`${owner.url}/_atlas/status`, { signal: AbortSignal.timeout(5000) });
    const { pid } = statusSchema.parse(await response.json());
    // Its port may belong to a local cloud with other state by now.
    return pid === owner.pid ? owner : undefined;
  } catch {
    // Whoever announced it has ended without taking the announcement back.
    return undefined;
  }
}
