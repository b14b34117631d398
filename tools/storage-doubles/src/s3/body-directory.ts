import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRecord } from '@atlas-engine/aws-wire';
import type { SimulationClock, StateStore } from '@atlas-engine/simulation';
import { missingBody, type BodyStore } from './body-store.ts';

/** Where bodies are, and which of them count. */
export interface BodyDirectoryOptions {
  readonly clock: SimulationClock;
  readonly store: StateStore;
  readonly path: string;
  /** Ids that records name. All other bodies are left from a process that was killed, and go. */
  readonly named: ReadonlySet<string>;
}

/** Names that this module gives; a directory may hold other files, which are not touched. */
const ownFile = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(body|part)$/;

const isMissing = (error: unknown): boolean => isRecord(error) && error['code'] === 'ENOENT';

const removeOrphans = (path: string, named: ReadonlySet<string>): void => {
  for (const file of readdirSync(path)) {
    const [, id, kind] = ownFile.exec(file) ?? [];
    if (id !== undefined && (kind === 'part' || !named.has(id))) rmSync(join(path, file), { force: true });
  }
};

/**
 * Bodies as files. A body is written under another name first, so that a file is whole or not there; a file goes only
 * after the record that named it is durably gone.
 */
export const createBodyDirectory = ({ clock, store, path, named }: BodyDirectoryOptions): BodyStore => {
  const fileOf = (id: string, kind: 'body' | 'part' = 'body'): string => join(path, `${id}.${kind}`);
  let garbage: string[] = [];

  const sweep = (): void => {
    const ids = garbage;
    garbage = [];
    store.flush();
    for (const id of ids) rmSync(fileOf(id), { force: true });
  };

  mkdirSync(path, { recursive: true });
  removeOrphans(path, named);
  return {
    write: (body) => {
      const id = randomUUID();
      writeFileSync(fileOf(id, 'part'), body);
      renameSync(fileOf(id, 'part'), fileOf(id));
      return id;
    },
    read: (id) => {
      try {
        return readFileSync(fileOf(id));
      } catch (error) {
        throw isMissing(error) ? missingBody(id) : error;
      }
    },
    remove: (id) => {
      garbage.push(id);
      if (garbage.length === 1) clock.schedule(clock.now(), sweep);
    },
  };
};
