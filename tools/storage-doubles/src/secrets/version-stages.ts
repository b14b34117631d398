import { secretExists } from './secrets-error.ts';
import type { SecretVersion } from './secret.ts';

type Versions = readonly SecretVersion[];

/** The stage of the version that readers get. */
export const currentStage = 'AWSCURRENT';
/** The stage of the version that was current before. */
export const previousStage = 'AWSPREVIOUS';

/** Versions that are kept without a stage (user guide, "Secrets Manager quotas"). */
const mostVersions = 100;

const holderOf = (versions: Versions, stage: string): SecretVersion | undefined =>
  versions.find(({ stages }) => stages.includes(stage));

const without = (stages: readonly string[], gone: readonly string[]): readonly string[] =>
  stages.filter((stage) => !gone.includes(stage));

/** Moves stages to a version. The one that loses AWSCURRENT becomes AWSPREVIOUS. */
export const moveStages = (versions: Versions, id: string, stages: readonly string[]): Versions => {
  const replaced = stages.includes(currentStage) ? holderOf(versions, currentStage) : undefined;
  const previous = replaced !== undefined && replaced.id !== id ? replaced.id : undefined;
  const moved = previous === undefined ? stages : [...stages, previousStage];
  const gained = (version: SecretVersion): readonly string[] => {
    if (version.id === id) return stages;
    return version.id === previous ? [previousStage] : [];
  };
  return versions.map((version) => ({
    ...version,
    stages: [...without(version.stages, moved), ...gained(version)],
  }));
};

/** Takes a stage from whichever version has it. */
export const removeStage = (versions: Versions, stage: string): Versions =>
  versions.map((version) => ({ ...version, stages: without(version.stages, [stage]) }));

/**
 * Adds a version with its stages; the first of all is current whatever was asked.
 *
 * @throws AwsError ResourceExistsException when the id is that of another value; the same value changes nothing.
 */
export const addVersion = (versions: Versions, added: SecretVersion): Versions => {
  const known = versions.find(({ id }) => id === added.id);
  if (known?.value === added.value) return versions;
  if (known !== undefined)
    throw secretExists(
      `You can't use ClientRequestToken ${added.id} because that value is already in use for a version of the secret.`,
    );
  const isFirst = holderOf(versions, currentStage) === undefined;
  const stages = isFirst ? [...new Set([currentStage, ...added.stages])] : added.stages;
  const all = moveStages([{ ...added, stages: [] }, ...versions], added.id, stages);
  return all.filter((version, index) => index < mostVersions || version.stages.length > 0);
};
