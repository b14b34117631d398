import { AwsError } from '@atlas-engine/aws-wire';
import type { InputErrors } from '../parse-input.ts';

/** The errors of Secrets Manager, by the codes of its API reference. */
export const secretNotFound = (what = 'secret'): AwsError =>
  new AwsError('ResourceNotFoundException', `Secrets Manager can't find the specified ${what}.`);
export const secretExists = (message: string): AwsError => new AwsError('ResourceExistsException', message);
export const invalidParameter = (message: string): AwsError =>
  new AwsError('InvalidParameterException', message);
export const invalidRequest = (message: string): AwsError => new AwsError('InvalidRequestException', message);
export const invalidSecretToken = (): AwsError =>
  new AwsError('InvalidNextTokenException', 'NextToken: is not one that this service gave');
export const secretsInputErrors: InputErrors = {
  service: 'secretsmanager',
  invalid: (problem) => new AwsError('ValidationException', problem),
};
