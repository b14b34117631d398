import * as z from 'zod';

const id = (kind: string) =>
  z
    .string('Member must not be null')
    .regex(/^[\w-]+:[0-9a-f-]+$/, `Member must be the id of an ${kind}, region:uuid`)
    .max(55, 'Member must have length less than or equal to 55');
const logins = z.record(z.string(), z.string()).default({});

/** Input of GetId. */
export const poolInput = z.strictObject({
  IdentityPoolId: id('identity pool'),
  AccountId: z.string().optional(),
  Logins: logins,
});

/** Input of GetCredentialsForIdentity. */
export const identityInput = z.strictObject({ IdentityId: id('identity'), Logins: logins });

/** What a template may say, by the part after `AWS::Cognito::`: pools for guests, with one role. */
export const guestShapes = {
  IdentityPool: z.strictObject({
    IdentityPoolName: z.string().min(1).max(128),
    AllowUnauthenticatedIdentities: z.boolean(),
    AllowClassicFlow: z.literal(false, 'the classic flow is not supported').optional(),
    IdentityPoolTags: z.unknown().optional(),
  }),
  IdentityPoolRoleAttachment: z.strictObject({
    IdentityPoolId: z.string(),
    Roles: z.strictObject({ unauthenticated: z.string().startsWith('arn:aws:iam::') }),
  }),
} as const;
export type GuestPart = keyof typeof guestShapes;
export type GuestPool = z.infer<(typeof guestShapes)['IdentityPool']>;
