import { constants, existsSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A copy of a state directory that can be thrown away; empty when there is no such directory. */
export async function copyState(stateDirectory: string): Promise<{
  readonly directory: string;
  readonly remove: () => Promise<void>;
}> {
  const directory = await mkdtemp(join(tmpdir(), 'atlas-look-'));
  const remove = () => rm(directory, { recursive: true, force: true });
  try {
    if (existsSync(stateDirectory)) {
      await cp(stateDirectory, directory, { recursive: true, mode: constants.COPYFILE_FICLONE });
    }
    return { directory, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}
