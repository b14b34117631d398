import * as z from 'zod';

/** Members that several operations have, with the limits of the API reference. */
export const groupName = z
  .string()
  .regex(/^[.\-_/#A-Za-z0-9]{1,512}$/, 'must be 1 to 512 of letters, digits and .-_/#');
export const streamName = z.string().regex(/^[^:*]{1,512}$/, 'must be 1 to 512 characters without : and *');
export const time = z.int().min(0).optional();
export const token = z.string().min(1).optional();
export const groupMember = { logGroupName: groupName };
/** A group by its name, or by its name or ARN as identifier. */
export const groupReference = {
  logGroupName: groupName.optional(),
  logGroupIdentifier: z.string().optional(),
};
