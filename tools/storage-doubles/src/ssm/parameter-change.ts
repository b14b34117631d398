import { AwsError } from '@atlas-engine/aws-wire';
import type { Parameter, ParameterType, ParameterVersion } from './parameter.ts';
import type { ParameterDirectory } from './parameter-directory.ts';
import { checkParameterName } from './parameter-name.ts';
import { invalidInput } from './ssm-error.ts';

/** Versions that are kept (SSM user guide, "Working with parameter versions"). */
const mostVersions = 100;
/** Characters of a value by tier. */
const mostCharacters = { Standard: 4096, Advanced: 8192 } as const;

/** A parameter as a caller or a template wants it. */
export interface ParameterChange {
  readonly name: string;
  readonly value: string;
  /** Absent when an existing one keeps its type. */
  readonly type?: ParameterType | undefined;
  readonly tier?: 'Standard' | 'Advanced' | 'Intelligent-Tiering' | undefined;
  readonly keyId?: string | undefined;
  readonly description?: string | undefined;
  readonly allowedPattern?: string | undefined;
}

const patternOf = (pattern: string): RegExp => {
  try {
    return new RegExp(pattern);
  } catch {
    throw new AwsError('InvalidAllowedPatternException', `AllowedPattern: ${pattern} is not an expression`);
  }
};

const checkPattern = ({ value, allowedPattern }: ParameterChange): void => {
  if (allowedPattern === undefined || patternOf(allowedPattern).test(value)) return;
  throw new AwsError(
    'ParameterPatternMismatchException',
    `Parameter value, cannot be validated against allowedPattern: ${allowedPattern}`,
  );
};

const typeOf = ({ name, type }: ParameterChange, known: Parameter | undefined): ParameterType => {
  const wanted = type ?? known?.type;
  if (wanted === undefined)
    throw invalidInput('Type: A parameter type is required when you create a parameter.');
  if (known !== undefined && known.type !== wanted)
    throw new AwsError(
      'HierarchyTypeMismatchException',
      `Parameter Store doesn't support changing a parameter type: ${name} is a ${known.type}, not a ${wanted}`,
    );
  return wanted;
};

/** The tier that a value needs. @throws AwsError ValidationException when it is too long for any, or for the one asked for */
const tierOf = ({ value, tier = 'Standard' }: ParameterChange, known?: Parameter): Parameter['tier'] => {
  const needed = value.length > mostCharacters.Standard ? 'Advanced' : 'Standard';
  const least = known?.tier === 'Advanced' ? 'Advanced' : 'Standard';
  const given = tier === 'Intelligent-Tiering' ? needed : tier;
  const result = least === 'Advanced' ? least : given;
  if (value.length <= mostCharacters[result]) return result;
  throw invalidInput(
    `Value: ${result} tier parameters support a maximum parameter value of ${mostCharacters[result]} characters.`,
  );
};

/**
 * Makes a parameter, or a new version of it.
 *
 * @throws AwsError as Parameter Store refuses a name, a type, a value or a pattern.
 */
export const changeParameter = (parameters: ParameterDirectory, change: ParameterChange): Parameter => {
  const { name, value, description, allowedPattern } = change;
  const known = parameters.get(name);
  if (known === undefined) checkParameterName(name);
  const type = typeOf(change, known);
  const tier = tierOf(change, known);
  checkPattern(change);
  const added: ParameterVersion = {
    version: (known?.versions[0].version ?? 0) + 1,
    value,
    description,
    allowedPattern,
    modifiedAt: parameters.now(),
  };
  return parameters.save({
    name,
    type,
    tier,
    keyId: change.keyId ?? known?.keyId,
    versions: [added, ...(known?.versions ?? []).slice(0, mostVersions - 1)],
  });
};
