import { AwsError } from '@atlas-engine/aws-wire';
import type { InputErrors } from '../parse-input.ts';

/** The errors of Parameter Store, by the codes of its API reference. */
export const parameterNotFound = (name: string): AwsError =>
  new AwsError('ParameterNotFound', `Parameter ${name} not found.`);
export const versionNotFound = (name: string, version: string): AwsError =>
  new AwsError(
    'ParameterVersionNotFound',
    `Systems Manager could not find version ${version} of ${name}. Verify the version and try again.`,
  );
export const parameterExists = (): AwsError =>
  new AwsError(
    'ParameterAlreadyExists',
    'The parameter already exists. To overwrite this value, set the overwrite option in the request to true.',
  );
export const invalidInput = (problem: string): AwsError => new AwsError('ValidationException', problem);
export const invalidSsmToken = (): AwsError =>
  new AwsError('InvalidNextToken', 'NextToken: is not one that this service gave');
export const ssmInputErrors: InputErrors = { service: 'ssm', invalid: invalidInput };
