import { createHash } from 'node:crypto';
import type { Collection, StateStore } from '@atlas-engine/simulation';
import type { Alias, Aliases } from './aliases.ts';
import { createAliases } from './aliases.ts';
import type { Account, FunctionReference } from './function-name.ts';
import { functionArn, functionNotFound, parseFunctionReference } from './function-name.ts';
import type { AsyncConfig, FunctionSpec, VersionSpec } from './function-spec.ts';
import { parseFunctionSpec } from './function-spec.ts';
import { latestVersion } from './process/environment.ts';
import type { Pool } from './process/pool.ts';
import type { Versions } from './versions.ts';
import { createVersions } from './versions.ts';

/** What runs: a function as one of its versions has it, with its processes. */
export interface Executable {
  readonly spec: VersionSpec;
  readonly pool: Pool;
  /** Simulated epoch milliseconds. */
  readonly lastModified: number;
}

/** A function that can be invoked. Its own spec and pool are those of `$LATEST`. */
export interface LambdaFunction extends Executable {
  readonly arn: string;
  /** As registered, with what UpdateFunctionConfiguration changed since. */
  spec: VersionSpec;
  /** Invocations that run or wait for a process: what AWS counts as concurrency. */
  inFlight: number;
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

/** A function together with the qualifier that a caller named. */
export interface Target {
  readonly function: LambdaFunction;
  readonly reference: FunctionReference;
  /** With the qualifier. */
  readonly arn: string;
  readonly alias?: Alias | undefined;
  /** What the qualifier names; of an alias with two versions the one that is not being shifted to. */
  readonly main: () => Executable;
  /** What the next invocation runs; of an alias with two versions, one of them by its weight. */
  readonly choose: () => Executable;
  /** What happens to failed events of this qualifier. */
  readonly asyncConfig: () => AsyncConfig;
}

export interface Functions {
  readonly register: (spec: FunctionSpec) => LambdaFunction;
  /** Takes a function away with its versions and aliases; one that is not there is no error. */
  readonly remove: (name: string) => Promise<void>;
  readonly change: (target: LambdaFunction, change: ConfigurationChange) => void;
  /** @throws AwsError ResourceNotFoundException */
  readonly find: (nameOrArn: string, qualifier?: string) => Target;
  /** Makes a numbered version of what is there now, unless the newest is the same. `code` tells code apart. */
  readonly publish: (
    target: LambdaFunction,
    code: string,
  ) => { readonly version: string; readonly isNew: boolean };
  readonly versions: Versions;
  readonly aliases: Aliases;
  /** Whether a function has a version, `$LATEST` included. */
  readonly hasVersion: (name: string, version: string) => boolean;
  /** What happens to failed events of a qualifier, beside what the function itself says. */
  readonly asyncConfigs: Collection<AsyncConfig>;
  readonly all: () => readonly LambdaFunction[];
  /** All that has processes. */
  readonly executables: () => readonly Executable[];
}

export interface FunctionsOptions extends Account {
  readonly store: StateStore;
  readonly now: () => number;
  /** `current` gives the function as it is whenever it is asked. */
  readonly openPool: (current: () => VersionSpec) => Pool;
}

const fingerprint = (spec: FunctionSpec): string =>
  createHash('sha1').update(JSON.stringify(spec)).digest('hex');

/** A function's description without its version. */
const unversioned = (spec: VersionSpec): FunctionSpec =>
  Object.fromEntries(Object.entries(spec).filter(([name]) => name !== 'version')) as FunctionSpec;

/** The functions of an account, by name. Descriptions come from the host at every start; changes, versions and aliases are kept. */
export const createFunctions = ({ store, now, openPool, ...account }: FunctionsOptions): Functions => {
  const functions = new Map<string, LambdaFunction>();
  const published = new Map<string, Executable>();
  const registered = new Map<string, string>();
  const changes = store.collection<StoredChange>('lambda/configurations');
  const asyncConfigs = store.collection<AsyncConfig>('lambda/async-configurations');
  const versions = createVersions(store);
  const aliases = createAliases(store);
  const hasVersion = (name: string, version: string): boolean =>
    version === latestVersion || versions.find(name, version) !== undefined;

  const executable = (found: LambdaFunction, version: string): Executable => {
    const { name } = found.spec;
    const version_ = version === latestVersion ? undefined : versions.find(name, version);
    if (version_ === undefined) return found;
    const key = `${name}:${version}`;
    const known = published.get(key);
    if (known !== undefined) return known;
    const { spec, publishedAt } = version_;
    const made = { spec, lastModified: publishedAt, pool: openPool(() => spec) };
    published.set(key, made);
    return made;
  };

  const isKnown = (name: string, qualifier: string): boolean =>
    hasVersion(name, qualifier) || aliases.find(name, qualifier) !== undefined;

  const targetOf = (found: LambdaFunction, reference: FunctionReference, arn: string): Target => {
    const { name } = found.spec;
    const { qualifier = latestVersion } = reference;
    const alias = () => aliases.find(name, qualifier);
    return {
      function: found,
      reference,
      arn,
      alias: alias(),
      main: () => executable(found, alias()?.version ?? qualifier),
      choose: () => {
        const current = alias();
        return executable(found, current === undefined ? qualifier : aliases.choose(name, current));
      },
      asyncConfig: () => ({ ...found.spec.asyncConfig, ...asyncConfigs.get(`${name}:${qualifier}`) }),
    };
  };

  const forget = (name: string): void => {
    functions.delete(name);
    registered.delete(name);
    changes.delete(name);
    versions.removeAll(name);
    for (const alias of aliases.of(name)) aliases.remove(name, alias.name);
    for (const key of [...asyncConfigs.keys()]) if (key.startsWith(`${name}:`)) asyncConfigs.delete(key);
  };

  return {
    versions,
    aliases,
    hasVersion,
    asyncConfigs,
    register: (input) => {
      const given = parseFunctionSpec(input);
      const print = fingerprint(given);
      registered.set(given.name, print);
      const stored = changes.get(given.name);
      if (stored && stored.registered !== print) changes.delete(given.name);
      const spec = { ...given, ...changes.get(given.name)?.change, version: latestVersion };
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
    remove: async (name) => {
      const pools = [...published.values(), ...functions.values()]
        .filter(({ spec }) => spec.name === name)
        .map(({ pool }) => pool);
      for (const key of [...published.keys()]) if (key.startsWith(`${name}:`)) published.delete(key);
      forget(name);
      await Promise.all(pools.map((pool) => pool.close()));
    },
    change: (target, change) => {
      const { name } = target.spec;
      const spec = parseFunctionSpec({ ...unversioned(target.spec), ...change });
      target.spec = { ...spec, version: latestVersion };
      target.lastModified = now();
      const all = { ...changes.get(name)?.change, ...change };
      changes.set(name, { registered: registered.get(name) ?? '', change: all });
    },
    find: (nameOrArn, query) => {
      const reference = parseFunctionReference(nameOrArn, account, query);
      const arn = functionArn(account, reference);
      const found = functions.get(reference.name);
      if (!found || (reference.qualifier !== undefined && !isKnown(reference.name, reference.qualifier)))
        throw functionNotFound(arn);
      return targetOf(found, reference, arn);
    },
    publish: ({ spec }, code) => versions.publish(unversioned(spec), code, now()),
    all: () => [...functions.values()],
    executables: () => [...functions.values(), ...published.values()],
  };
};
