import { AwsError } from '@atlas-engine/aws-wire';
import type { InputErrors } from '../parse-input.ts';

export const invalidParameter = (message: string): AwsError =>
  new AwsError('InvalidParameter', `Invalid parameter: ${message}`);

export const notFound = (what: string): AwsError =>
  new AwsError('NotFound', `${what} does not exist`, { status: 404 });

/** How SNS refuses an input. */
export const snsInputErrors: InputErrors = {
  service: 'sns',
  missing: (member) =>
    new AwsError(
      'ValidationError',
      `1 validation error detected: Value null at '${member}' failed to satisfy constraint: Member must not be null`,
    ),
  invalid: (member, reason) => invalidParameter(`${member} Reason: ${reason}`),
};
