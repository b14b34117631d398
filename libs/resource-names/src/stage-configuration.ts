import { StageConfigurationError, type ConfigurationProblem } from './stage-configuration-error.ts';
import { stageConfigurationSchema, type StageConfiguration } from './stage-configuration-schema.ts';
import { defaultsOf, localAccount } from './stage-defaults.ts';
import { regionNames, type Region } from './regions.ts';
import { type Environment, type Stage, stageFromEnvironment } from './stage.ts';
import { type TrafficShiftName, trafficShiftNames } from './traffic-shift.ts';

/** The parts of a configuration that a caller gives in place of the stage's own. */
export type ConfigurationOverrides = Partial<Omit<StageConfiguration, 'stage' | 'account' | 'region'>>;

/**
 * The configuration of a stage. `ATLAS_ACCOUNT` and `ATLAS_REGION` decide where it lives; `local` needs neither.
 * `ATLAS_TRAFFIC_SHIFT` overrules how a new version goes live, for one deployment; `ATLAS_GITHUB_REPOSITORY` says whose
 * workflows may deploy.
 *
 * @throws StageConfigurationError with the key, the value and what is allowed, for every wrong value
 */
export function stageConfiguration(
  stage: Stage,
  environment: Environment = process.env,
  overrides: ConfigurationOverrides = {},
): StageConfiguration {
  const defaults = defaultsOf(stage, regionFrom(environment));
  return checkStageConfiguration({
    ...defaults,
    goLive: { ...defaults.goLive, ...shiftFrom(environment) },
    ...repositoryFrom(environment),
    account: environment['ATLAS_ACCOUNT'] ?? (stage === 'local' ? localAccount : undefined),
    ...overrides,
  });
}

/** The configuration of the stage that the environment names. */
export const configurationFromEnvironment = (environment: Environment = process.env): StageConfiguration =>
  stageConfiguration(stageFromEnvironment(environment), environment);

/**
 * Checks a configuration of any origin.
 *
 * @throws StageConfigurationError with the key, the value and what is allowed, for every wrong value
 */
export function checkStageConfiguration(candidate: unknown): StageConfiguration {
  const parsed = stageConfigurationSchema.safeParse(candidate);
  if (parsed.success) return parsed.data;
  throw new StageConfigurationError(parsed.error.issues.flatMap((issue) => problemsOf(issue, candidate)));
}

type Issue = NonNullable<ReturnType<typeof stageConfigurationSchema.safeParse>['error']>['issues'][number];

function problemsOf(issue: Issue, candidate: unknown): ConfigurationProblem[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      key: [...path, key].join('.'),
      value: valueAt(candidate, [...path, key]),
      allowed: 'no such key',
    }));
  }
  return [{ key: path.join('.'), value: valueAt(candidate, path), allowed: issue.message }];
}

const valueAt = (candidate: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    candidate,
  );

function shiftFrom(environment: Environment): { readonly shift?: TrafficShiftName } {
  const value = environment['ATLAS_TRAFFIC_SHIFT'];
  if (value === undefined || value === '') return {};
  const shift = trafficShiftNames.find((name) => name === value);
  if (shift !== undefined) return { shift };
  throw new StageConfigurationError([
    { key: 'ATLAS_TRAFFIC_SHIFT', value, allowed: `one of ${trafficShiftNames.join(', ')}` },
  ]);
}

const repositoryFrom = ({ ATLAS_GITHUB_REPOSITORY: value }: Environment): { githubRepository?: string } =>
  value === undefined || value === '' ? {} : { githubRepository: value };

function regionFrom(environment: Environment): Region {
  const value = environment['ATLAS_REGION'] ?? 'us-east-1';
  const region = regionNames.find((name) => name === value);
  if (region !== undefined) return region;
  throw new StageConfigurationError([
    { key: 'ATLAS_REGION', value, allowed: `one of ${regionNames.join(', ')}` },
  ]);
}
