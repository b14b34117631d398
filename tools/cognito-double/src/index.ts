export { createIdentityPools } from './identity-pools.ts';
export type { GuestCredentials, IdentityPools, IdentityPoolsOptions } from './identity-pools.ts';
export type { PoolPart } from './user-pools/definitions.ts';
export type { User } from './user-pools/pool-directory.ts';
export { createUserPools } from './user-pools.ts';
export type { UserPools, UserPoolsOptions } from './user-pools.ts';
