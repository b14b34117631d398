import type { StateStore } from '@atlas-engine/simulation';
import type { Account, FunctionReference } from './function-name.ts';
import { functionArn, functionNotFound, parseFunctionReference } from './function-name.ts';
import type { FunctionSpec } from './function-spec.ts';
import { parseFunctionSpec } from './function-spec.ts';
import { createHash } from 'node:crypto';
import { runningVersion } from './process/environment.ts';
import type { Pool } from './process/pool.ts';

/** A function that can be invoked. */
export interface LambdaFunction {
  readonly arn: string;
  /** As registered, with what UpdateFunctionConfiguration changed since. */
  spec: FunctionSpec;
  readonly pool: Pool;
  /** Invocations that run or wait for a process: what AWS counts as concurrency. */
  inFlight: number;
  /** Simulated epoch milliseconds. */
  lastModified: number;
}

/** What UpdateFunctionConfiguration and UpdateFunctionCode may change. */
export type ConfigurationChange = Partial<
  Pick<
    FunctionSpec,
    | 'description'
    | 'handler'
    | 'environment'
    | 'timeoutSeconds'
    | 'memoryMb'
    | 'roleArn'
    | 'runtime'
    | 'codeDirectory'
  >
>;

/** A change that outlives the process as long as the function is registered with the same description. */
interface StoredChange {
  readonly registered: string;
  readonly change: ConfigurationChange;
}

/** The newest version of a function, and what it was made of. */
interface Published {
  readonly newest: number;
  readonly print: string;
}

/** A function together with the qualifier that a caller named. */
export interface Target {
  readonly function: LambdaFunction;
  readonly reference: FunctionReference;
  /** With the qualifier. */
  readonly arn: string;
}

export interface Functions {
  readonly register: (spec: FunctionSpec) => LambdaFunction;
  readonly change: (target: LambdaFunction, change: ConfigurationChange) => void;
  /** @throws AwsError ResourceNotFoundException */
  readonly find: (nameOrArn: string, qualifier?: string) => Target;
  /** Makes a numbered version of what is there now, unless the newest is the same. `code` tells code apart. */
  readonly publish: (target: LambdaFunction, code: string) => string;
  readonly versionsOf: (name: string) => readonly string[];
  readonly all: () => readonly LambdaFunction[];
}

export interface FunctionsOptions extends Account {
  readonly store: StateStore;
  readonly now: () => number;
  /** `current` gives the function as it is whenever it is asked. */
  readonly openPool: (current: () => FunctionSpec) => Pool;
}

const fingerprint = (spec: FunctionSpec): string =>
  createHash('sha1').update(JSON.stringify(spec)).digest('hex');

/** The functions of an account, by name. Descriptions come from the host at every start; changes and versions are kept. */
export const createFunctions = ({ store, now, openPool, ...account }: FunctionsOptions): Functions => {
  const functions = new Map<string, LambdaFunction>();
  const registered = new Map<string, string>();
  const changes = store.collection<StoredChange>('lambda/configurations');
  const published = store.collection<Published>('lambda/versions');

  const versionsOf = (name: string): readonly string[] =>
    Array.from({ length: published.get(name)?.newest ?? 0 }, (_, index) => String(index + 1));

  const isKnown = ({ spec }: LambdaFunction, qualifier: string): boolean =>
    qualifier === runningVersion ||
    spec.aliases?.[qualifier] !== undefined ||
    Object.values(spec.aliases ?? {}).includes(qualifier) ||
    versionsOf(spec.name).includes(qualifier);

  return {
    versionsOf,
    register: (input) => {
      const given = parseFunctionSpec(input);
      const print = fingerprint(given);
      registered.set(given.name, print);
      const stored = changes.get(given.name);
      if (stored && stored.registered !== print) changes.delete(given.name);
      const spec = { ...given, ...changes.get(given.name)?.change };
      const existing = functions.get(spec.name);
      if (existing) return Object.assign(existing, { spec, lastModified: now() });
      const made: LambdaFunction = {
        arn: functionArn(account, { name: spec.name }),
        spec,
        pool: openPool(() => made.spec),
        inFlight: 0,
        lastModified: now(),
      };
      functions.set(spec.name, made);
      return made;
    },
    change: (target, change) => {
      const { name } = target.spec;
      target.spec = parseFunctionSpec({ ...target.spec, ...change });
      target.lastModified = now();
      const all = { ...changes.get(name)?.change, ...change };
      changes.set(name, { registered: registered.get(name) ?? '', change: all });
    },
    find: (nameOrArn, query) => {
      const reference = parseFunctionReference(nameOrArn, account, query);
      const arn = functionArn(account, reference);
      const found = functions.get(reference.name);
      if (!found || (reference.qualifier !== undefined && !isKnown(found, reference.qualifier)))
        throw functionNotFound(arn);
      return { function: found, reference, arn };
    },
    publish: ({ spec }, code) => {
      const print = fingerprint(spec) + code;
      const { newest, print: newestPrint } = published.get(spec.name) ?? { newest: 0, print: '' };
      if (print === newestPrint) return String(newest);
      published.set(spec.name, { newest: newest + 1, print });
      return String(newest + 1);
    },
    all: () => [...functions.values()],
  };
};
