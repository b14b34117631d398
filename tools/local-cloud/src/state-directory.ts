import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';

/** Another local cloud uses the state; two at once would tear it. */
export class StateInUseError extends Error {
  override readonly name = 'StateInUseError';
}

/** A directory that one local cloud holds. */
export interface StateDirectory {
  readonly path: string;
  readonly database: string;
  /** Tells others where the local cloud listens. */
  announce(url: string): void;
  release(): void;
}

const ownerSchema = z.object({ pid: z.int().positive(), url: z.string() });
/** Who says that a state directory is in use. */
export type StateOwner = z.infer<typeof ownerSchema>;

const lockFile = 'lock.sqlite';
const ownerFile = (path: string): string => join(path, 'running.json');

/**
 * Takes a directory for one local cloud, making it when it is not there. The lock is the operating system's, so it ends
 * with the process that has it, however that ends.
 *
 * @throws StateInUseError while another local cloud, in this process or another, uses it
 */
export function takeStateDirectory(path: string, options: { readonly fresh: boolean }): StateDirectory {
  mkdirSync(path, { recursive: true });
  const unlock = lock(path);
  if (options.fresh) empty(path);
  const announce = (url: string): void =>
    writeFileSync(ownerFile(path), JSON.stringify({ pid: process.pid, url }));
  announce('starting');
  return {
    path,
    database: join(path, 'state.sqlite'),
    announce,
    release: () => {
      rmSync(ownerFile(path), { force: true });
      unlock();
    },
  };
}

/** Who announced a use of a state directory, if anyone did; the process may have ended since. */
export function ownerOf(path: string): StateOwner | undefined {
  if (!existsSync(ownerFile(path))) return undefined;
  return ownerSchema.safeParse(jsonOf(readFileSync(ownerFile(path), 'utf8'))).data;
}

const sqliteBusy = 5;

function lock(path: string): () => void {
  const database = new DatabaseSync(join(path, lockFile), { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if ((error as { errcode?: unknown }).errcode !== sqliteBusy) throw error;
    const owner = ownerOf(path);
    const who = owner === undefined ? '' : ` (process ${owner.pid}, ${owner.url})`;
    throw new StateInUseError(`A local cloud with the state in ${path} is running already${who}.`);
  }
  return () => database.close();
}

function empty(path: string): void {
  for (const entry of readdirSync(path)) {
    if (!entry.startsWith(lockFile)) rmSync(join(path, entry), { recursive: true, force: true });
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
