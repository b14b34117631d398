import { AwsError } from '@atlas-engine/aws-wire';
import type { InputErrors } from '../parse-input.ts';

export const invalidEventsInput = (message: string): AwsError => new AwsError('ValidationException', message);

/** How EventBridge refuses an input. */
export const eventsInputErrors: InputErrors = {
  service: 'events',
  missing: (member) =>
    invalidEventsInput(
      `1 validation error detected: Value null at '${member}' failed to satisfy constraint: Member must not be null`,
    ),
  invalid: (member, reason) =>
    invalidEventsInput(`1 validation error detected: Value at '${member}' is not valid: ${reason}`),
};
