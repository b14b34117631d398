import { AwsError } from '@atlas-engine/aws-wire';
import { invalidInput } from './ssm-error.ts';

/** Levels of a name (SSM user guide, "Working with parameter hierarchies"). */
const deepest = 15;

/** Checks the name of a new parameter. @throws AwsError ValidationException or HierarchyLevelLimitExceededException */
export const checkParameterName = (name: string): void => {
  if (!/^[a-zA-Z0-9_.\-/]{1,1011}$/.test(name))
    throw invalidInput('Name: Only a mix of letters, numbers and the following 4 symbols .-_/ are allowed.');
  if (/^\/?(aws|ssm)/i.test(name))
    throw invalidInput('Name: Parameter name: can\'t be prefixed with "aws" or "ssm" (case-insensitive).');
  if (name.includes('/') && !name.startsWith('/'))
    throw invalidInput('Name: Parameter name must be a fully qualified name.');
  if (name.endsWith('/') || name.includes('//'))
    throw invalidInput('Name: Parameter name must not have an empty level.');
  if (name.split('/').length - 1 > deepest)
    throw new AwsError('HierarchyLevelLimitExceededException', `Name: must have at most ${deepest} levels`);
};

/** A parameter as callers name it, with the version after a colon. */
export interface ParameterReference {
  /** Names that it may mean: an ARN does not tell whether the name begins with a slash. */
  readonly names: readonly string[];
  /** A version, or a label. */
  readonly selector?: string;
}

/** Reads a name or an ARN with an optional `:selector`. */
export const readReference = (text: string): ParameterReference => {
  const arn = /^arn:[\w-]+:ssm:[\w-]*:\d*:parameter\/(.*)$/.exec(text)?.[1];
  const [name = '', selector] = (arn ?? text).split(':');
  return { names: arn === undefined ? [name] : [`/${name}`, name], ...(selector && { selector }) };
};
