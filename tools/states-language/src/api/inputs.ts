import type { Input } from '@atlas-engine/aws-wire';
import { optionalNumber, optionalString, stringField } from '@atlas-engine/aws-wire';
import { constraintError, errors } from './errors.ts';

const longestName = 80;
// Space, brackets, wildcards and the like; and control characters.
// eslint-disable-next-line no-control-regex -- control characters are what names must not hold
const forbiddenInNames = /[\s<>{}[\]?*"#%\\^|~`$&,;:/\u0000-\u001f\u007f-\u009f\ud800-\udfff]/;

/** A name of a state machine or an execution. @throws AwsError InvalidName */
export const checkedName = (name: string): string => {
  if (name.length >= 1 && name.length <= longestName && !forbiddenInNames.test(name)) return name;
  throw errors.invalidName(name);
};

/** Text of at most `most` characters, or nothing. */
export const limitedText = (input: Input, field: string, most: number): string | undefined => {
  const value = optionalString(input, field);
  if (value === undefined || value.length <= most) return value;
  throw constraintError(field, undefined, `have length less than or equal to ${most}`);
};

/** Required text of at most `most` characters. */
export const requiredText = (input: Input, field: string, most: number): string => {
  const value = stringField(input, field);
  limitedText(input, field, most);
  return value;
};

/** `maxResults`; 0 and absent mean `standard`. */
export const pageSize = (input: Input, { standard, most } = { standard: 100, most: 1000 }): number => {
  const value = optionalNumber(input, 'maxResults') ?? 0;
  const isWhole = Number.isInteger(value);
  if (isWhole && value > most)
    throw constraintError('maxResults', String(value), `have value less than or equal to ${most}`);
  if (!isWhole || value < 0)
    throw constraintError('maxResults', String(value), 'have value greater than or equal to 0');
  return value || standard;
};

/** One of a set, or nothing. */
export const optionalChoice = <T extends string>(
  input: Input,
  field: string,
  allowed: readonly T[],
): T | undefined => {
  const value = optionalString(input, field);
  const choice = allowed.find((candidate) => candidate === value);
  if (value === undefined || choice !== undefined) return choice;
  throw constraintError(field, value, `satisfy enum value set: [${allowed.join(', ')}]`);
};

/** Whether execution data are asked for: `includedData` is ALL_DATA unless it says METADATA_ONLY. */
export const includesData = (input: Input): boolean =>
  optionalChoice(input, 'includedData', ['ALL_DATA', 'METADATA_ONLY']) !== 'METADATA_ONLY';
