import { AwsError } from '@atlas-engine/aws-wire';
import type { SimulationClock, StateStore } from '@atlas-engine/simulation';
import type { Parameter, ParameterVersion } from './parameter.ts';
import { readReference } from './parameter-name.ts';
import { parameterNotFound, versionNotFound } from './ssm-error.ts';

/** What Parameter Store is made of. */
export interface SsmOptions {
  readonly clock: SimulationClock;
  readonly store: StateStore;
  readonly region: string;
  readonly accountId: string;
}

/** A parameter with the version that was asked for. */
export interface FoundParameter {
  readonly parameter: Parameter;
  readonly version: ParameterVersion;
  /** `:version` or `:label`, as it was asked for. */
  readonly selector?: string;
}

/** The parameters, which outlive the process. */
export interface ParameterDirectory {
  get(name: string): Parameter | undefined;
  /** By name or ARN, with an optional version. @throws AwsError ParameterNotFound or ParameterVersionNotFound */
  find(reference: string): FoundParameter;
  /** Undefined instead of an error. */
  lookUp(reference: string): FoundParameter | undefined;
  save(parameter: Parameter): Parameter;
  /** Gives false when there was none. */
  remove(name: string): boolean;
  all(): readonly Parameter[];
  arnOf(name: string): string;
  now(): number;
}

const versionOf = (parameter: Parameter, selector: string | undefined): ParameterVersion => {
  if (selector === undefined) return parameter.versions[0];
  const version = parameter.versions.find((candidate) => String(candidate.version) === selector);
  if (version === undefined) throw versionNotFound(parameter.name, selector);
  return version;
};

/** Opens the parameters of the store. */
export const createParameterDirectory = (options: SsmOptions): ParameterDirectory => {
  const { clock, store, region, accountId } = options;
  const parameters = store.collection<Parameter>('ssm/parameters');

  const find = (reference: string): FoundParameter => {
    const { names, selector } = readReference(reference);
    const [parameter] = names.flatMap((name) => parameters.get(name) ?? []);
    if (parameter === undefined) throw parameterNotFound(reference);
    const version = versionOf(parameter, selector);
    return { parameter, version, ...(selector !== undefined && { selector: `:${selector}` }) };
  };

  return {
    get: (name) => parameters.get(name),
    find,
    lookUp: (reference) => {
      try {
        return find(reference);
      } catch (error) {
        if (error instanceof AwsError) return undefined;
        throw error;
      }
    },
    save: (parameter) => {
      parameters.set(parameter.name, parameter);
      return parameter;
    },
    remove: (name) => parameters.delete(name),
    all: () => [...parameters.values()],
    arnOf: (name) => `arn:aws:ssm:${region}:${accountId}:parameter/${name.replace(/^\//, '')}`,
    now: () => clock.now(),
  };
};
