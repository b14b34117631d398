import { type AwsError, notSupported } from '@atlas-engine/aws-wire';
import type * as z from 'zod';

/** How a service words its refusal of an input. */
export interface InputErrors {
  readonly service: string;
  missing(member: string): AwsError;
  invalid(member: string, reason: string): AwsError;
}

/**
 * Reads an operation's input. A member that the schema does not know is refused by name, not ignored.
 *
 * @throws AwsError as the service words it.
 */
export const parseInput = <T>(schema: z.ZodType<T>, input: unknown, errors: InputErrors): T => {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  if (issue === undefined) throw errors.invalid('input', 'is not valid');
  const member = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    const where = member === '' ? '' : `${member}.`;
    throw notSupported(errors.service, `the member ${issue.keys.map((key) => where + key).join(', ')}`);
  }
  if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined'))
    throw errors.missing(member);
  throw errors.invalid(member, issue.message);
};
