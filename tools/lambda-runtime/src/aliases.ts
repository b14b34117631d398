import type { Collection, StateStore } from '@atlas-engine/simulation';
import * as z from 'zod';
import { functionNotFound, invalidParameter } from './function-name.ts';

const aliasSchema = z.strictObject({
  name: z.string().regex(/^(?!\d+$)[\w-]{1,128}$/, 'must be a name that is not a number'),
  version: z.string().regex(/^(\$LATEST|\d+)$/, 'must be a version'),
  description: z.string().max(256).default(''),
  /** A second version with its share of the invocations, above 0 and below 1. */
  additional: z
    .strictObject({
      version: z.string().regex(/^\d+$/, 'must be a version'),
      weight: z.number().min(0).max(1),
    })
    .optional(),
});

/** What an alias is asked to be. */
export type AliasSpec = Readonly<z.input<typeof aliasSchema>>;
/** A name for one version, or for two while traffic is shifted. */
export type Alias = Readonly<z.output<typeof aliasSchema>>;

/** The aliases of all functions, which outlive the process. */
export interface Aliases {
  find(functionName: string, alias: string): Alias | undefined;
  /** @throws AwsError InvalidParameterValueException, ResourceNotFoundException */
  put(functionName: string, alias: AliasSpec, isVersion: (version: string) => boolean): Alias;
  remove(functionName: string, alias: string): void;
  of(functionName: string): readonly Alias[];
  /** The version that the next invocation runs: of two, each as often as its weight says. */
  choose(functionName: string, alias: Alias): string;
}

function parseAlias(spec: AliasSpec): Alias {
  const parsed = aliasSchema.safeParse(spec);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw invalidParameter(`alias ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'is invalid'}`);
}

/** Steps of the golden ratio are spread evenly, so that a few invocations are shared out as many are. */
const step = (Math.sqrt(5) - 1) / 2;

export function createAliases(store: StateStore): Aliases {
  const aliases: Collection<Alias> = store.collection('lambda/aliases');
  const counts = new Map<string, number>();
  const keyOf = (functionName: string, alias: string): string => `${functionName}:${alias}`;
  return {
    find: (functionName, alias) => aliases.get(keyOf(functionName, alias)),
    put: (functionName, spec, isVersion) => {
      const alias = parseAlias(spec);
      const { version, additional } = alias;
      for (const one of [version, additional?.version ?? version])
        if (!isVersion(one)) throw functionNotFound(`${functionName}:${one}`);
      aliases.set(keyOf(functionName, alias.name), alias);
      return alias;
    },
    remove: (functionName, alias) => void aliases.delete(keyOf(functionName, alias)),
    of: (functionName) =>
      [...aliases.entries()].filter(([key]) => key.startsWith(`${functionName}:`)).map(([, alias]) => alias),
    choose: (functionName, { name, version, additional }) => {
      if (additional === undefined) return version;
      const key = keyOf(functionName, name);
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return (count * step) % 1 < additional.weight ? additional.version : version;
    },
  };
}
