import { type AwsError, notSupported } from '@atlas-engine/aws-wire';
import type * as z from 'zod';

/** How a service words its refusal of an input. */
export interface InputErrors {
  readonly service: string;
  /** `problem` names the member, what is wrong with it and what is allowed. */
  invalid(problem: string): AwsError;
}

/** A member that nobody knows goes before all other problems: it is most likely why they are there. */
const problemOf = ({ issues }: z.ZodError) => {
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
  return {
    path: issue?.path.map(String) ?? [],
    message: issue?.message ?? 'is not valid',
    unknown: issue?.code === 'unrecognized_keys' ? issue.keys : [],
  };
};

/**
 * Reads the input of an operation. A member that the schema does not know is refused by name, never ignored.
 *
 * @throws AwsError as the service words it.
 */
export const parseInput = <T>(schema: z.ZodType<T>, input: unknown, errors: InputErrors): T => {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const { path, message, unknown } = problemOf(result.error);
  if (unknown.length === 0) throw errors.invalid(`${path.join('.')}: ${message}`);
  const members = unknown.map((name) => [...path, name].join('.'));
  throw notSupported(errors.service, `the member ${members.join(', ')}`);
};
