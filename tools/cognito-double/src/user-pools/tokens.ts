import { createHash, randomUUID } from 'node:crypto';
import type { Client, User } from './pool-directory.ts';
import type { SigningKeys } from './signing-keys.ts';

/** A sign-in that tokens are made of. */
export interface SignedIn {
  readonly client: Client;
  readonly user: User;
  readonly scopes: readonly string[];
  /** Epoch seconds. */
  readonly authTime: number;
  /** The same in all tokens of a sign-in, so that they can be revoked together. */
  readonly originId: string;
  readonly nonce?: string | undefined;
}

/** What the token endpoint gives beside a refresh token. */
export interface Tokens {
  readonly id_token?: string;
  readonly access_token: string;
  /** Seconds. */
  readonly expires_in: number;
  readonly token_type: 'Bearer';
}

/** The issuer of a pool's tokens, on this machine too: what is deployed names it. */
export const issuerOf = (region: string, poolId: string): string =>
  `https://cognito-idp.${region}.amazonaws.com/${poolId}`;

const claimsOfScope: Readonly<Record<string, readonly string[]>> = {
  email: ['email', 'email_verified'],
  phone: ['phone_number', 'phone_number_verified'],
  profile: ['name', 'given_name', 'family_name', 'preferred_username', 'locale', 'zoneinfo'],
};

/** The attributes that scopes open, with booleans as such. */
export function attributesFor(
  { attributes }: User,
  scopes: readonly string[],
): Record<string, string | boolean> {
  const open = scopes.flatMap((scope) => claimsOfScope[scope] ?? []);
  const entries = Object.entries(attributes).filter(([name]) => open.includes(name));
  return Object.fromEntries(
    entries.map(([name, value]) => [name, name.endsWith('_verified') ? value === 'true' : value]),
  );
}

const halfHash = (token: string): string =>
  createHash('sha256').update(token).digest().subarray(0, 16).toString('base64url');

export interface TokenPlace {
  readonly keys: SigningKeys;
  readonly region: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * Makes the tokens of a sign-in.
 *
 * Source: Cognito developer guide, "Understanding the identity (ID) token" and "… access token".
 */
export async function issueTokens(signedIn: SignedIn, { keys, region, now }: TokenPlace): Promise<Tokens> {
  const { client, user, scopes, authTime, originId, nonce } = signedIn;
  const { poolId, sub, username } = user;
  const iat = Math.floor(now / 1000);
  const common = {
    sub,
    iss: issuerOf(region, poolId),
    origin_jti: originId,
    event_id: randomUUID(),
    auth_time: authTime,
    iat,
  };
  const access = await keys.sign(poolId, {
    ...common,
    version: 2,
    client_id: client.id,
    token_use: 'access',
    scope: scopes.join(' '),
    exp: iat + client.validity.access,
    jti: randomUUID(),
    username,
  });
  const answer = { access_token: access, expires_in: client.validity.access, token_type: 'Bearer' } as const;
  if (!scopes.includes('openid')) return answer;
  const id = await keys.sign(poolId, {
    ...common,
    at_hash: halfHash(access),
    ...attributesFor(user, scopes),
    'cognito:username': username,
    ...(nonce !== undefined && { nonce }),
    aud: client.id,
    token_use: 'id',
    exp: iat + client.validity.id,
    jti: randomUUID(),
  });
  return { id_token: id, ...answer };
}
