import { createHash } from 'node:crypto';
import type { Collection, StateStore } from '@atlas-engine/simulation';
import type { FunctionSpec, VersionSpec } from './function-spec.ts';

/** A published version, which does not change any more. */
export interface PublishedVersion {
  readonly spec: VersionSpec;
  /** Tells configuration and code apart. */
  readonly print: string;
  /** Simulated epoch milliseconds. */
  readonly publishedAt: number;
}

/** The published versions of all functions, which outlive the process. Numbers are never used again. */
export interface Versions {
  find(functionName: string, version: string): PublishedVersion | undefined;
  /** Makes a numbered version, unless the newest is the same. `code` tells code apart. */
  publish(
    spec: FunctionSpec,
    code: string,
    now: number,
  ): { readonly version: string; readonly isNew: boolean };
  remove(functionName: string, version: string): void;
  /** Takes all versions of a function away. */
  removeAll(functionName: string): void;
  /** Oldest first. */
  of(functionName: string): readonly string[];
}

const fingerprint = (spec: FunctionSpec): string =>
  createHash('sha1').update(JSON.stringify(spec)).digest('hex');

export function createVersions(store: StateStore): Versions {
  const versions: Collection<PublishedVersion> = store.collection('lambda/published-versions');
  const newest: Collection<number> = store.collection('lambda/newest-versions');
  const keyOf = (functionName: string, version: string): string => `${functionName}:${version}`;
  const of = (functionName: string): readonly string[] =>
    [...versions.values()]
      .filter(({ spec }) => spec.name === functionName)
      .map(({ spec }) => spec.version)
      .toSorted((a, b) => Number(a) - Number(b));
  return {
    of,
    find: (functionName, version) => versions.get(keyOf(functionName, version)),
    publish: (latest, code, publishedAt) => {
      const print = fingerprint(latest) + code;
      const last = of(latest.name).at(-1);
      if (last !== undefined && versions.get(keyOf(latest.name, last))?.print === print)
        return { version: last, isNew: false };
      const number = (newest.get(latest.name) ?? 0) + 1;
      newest.set(latest.name, number);
      const version = String(number);
      versions.set(keyOf(latest.name, version), { spec: { ...latest, version }, print, publishedAt });
      return { version, isNew: true };
    },
    remove: (functionName, version) => void versions.delete(keyOf(functionName, version)),
    removeAll: (functionName) => {
      for (const version of of(functionName)) versions.delete(keyOf(functionName, version));
      newest.delete(functionName);
    },
  };
}
