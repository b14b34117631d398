import * as z from 'zod';

/** Members that several operations have, with the limits of the API reference. */
export const secretName = z
  .string()
  .regex(
    /^[A-Za-z0-9/_+=.@!-]{1,512}$/,
    'must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!',
  );
export const secretId = z.string().min(1).max(2048);
export const descriptionMember = z.string().max(2048);
export const valueMember = z
  .string()
  .min(1)
  .refine((value) => Buffer.byteLength(value) <= 65_536, 'must have at most 65536 bytes');
/** Becomes the version's id. */
export const tokenMember = z.string().min(32).max(64);
export const stageMember = z.string().min(1).max(256);
export const tagsMember = z
  .array(z.strictObject({ Key: z.string().min(1).max(128), Value: z.string().max(256) }))
  .max(50);

/** Tags by their keys. */
export const tagsOf = (tags: z.infer<typeof tagsMember>): Record<string, string> =>
  Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value]));
