import { AwsError } from '@atlas-engine/aws-wire';
import type { InputErrors } from '../parse-input.ts';

/** The errors of CloudWatch Logs, by the codes of its API reference. */
export const groupNotFound = (): AwsError =>
  new AwsError('ResourceNotFoundException', 'The specified log group does not exist.');
export const streamNotFound = (): AwsError =>
  new AwsError('ResourceNotFoundException', 'The specified log stream does not exist.');
export const alreadyExists = (what: 'group' | 'stream'): AwsError =>
  new AwsError('ResourceAlreadyExistsException', `The specified log ${what} already exists`);
export const invalidParameter = (message: string): AwsError =>
  new AwsError('InvalidParameterException', message);
export const invalidLogsToken = (): AwsError =>
  invalidParameter('nextToken: The specified nextToken is invalid.');
export const logsInputErrors: InputErrors = { service: 'logs', invalid: invalidParameter };
