import { AwsError } from '@atlas-engine/aws-wire';
import type { InputErrors } from '../parse-input.ts';

/** The errors of CloudWatch, by the codes of its API reference. */
export const invalidValue = (message: string): AwsError =>
  new AwsError('InvalidParameterValueException', message);
export const invalidCombination = (message: string): AwsError =>
  new AwsError('InvalidParameterCombinationException', message);
export const missingParameter = (message: string): AwsError =>
  new AwsError('MissingRequiredParameterException', message);
export const cloudWatchInputErrors: InputErrors = { service: 'monitoring', invalid: invalidValue };

/** What the codes were in the query protocol, which clients still hear of. */
export const queryErrorCodes = {
  InvalidParameterValueException: 'InvalidParameterValue',
  InvalidParameterCombinationException: 'InvalidParameterCombination',
  MissingRequiredParameterException: 'MissingParameter',
};
