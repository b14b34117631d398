import type { WireRequest, WireResponse } from '@atlas-engine/aws-wire';
import { errors, type JWTPayload } from 'jose';
import type { PoolContext } from '../user-pools/pool-context.ts';
import { attributesFor, issuerOf } from '../user-pools/tokens.ts';
import { json, oauthError } from './answers.ts';

const unauthorized = (description: string): WireResponse => {
  const answer = oauthError('invalid_token', description, 401);
  const challenge = `error="invalid_token", error_description="${description}"`;
  return { ...answer, headers: { ...answer.headers, 'www-authenticate': challenge } };
};

/** `GET` and `POST /oauth2/userInfo`: what the scopes of an access token tell about its user. */
export async function tellUser(
  request: WireRequest,
  poolId: string,
  context: PoolContext,
): Promise<WireResponse> {
  const token = /^Bearer (.+)$/.exec(request.headers['authorization'] ?? '')?.[1];
  if (token === undefined) return oauthError('invalid_request');
  const claims = await claimsOf(token, poolId, context);
  if (claims === undefined)
    return unauthorized(
      'Access token is expired, disabled, or deleted, or the user has globally signed out.',
    );
  const scope = claims['scope'];
  const scopes = typeof scope === 'string' ? scope.split(' ') : [];
  const user = context.directory.user(poolId, String(claims['username']));
  if (user === undefined || !scopes.includes('openid')) return unauthorized('User does not exist.');
  return json(200, { sub: user.sub, ...texts(attributesFor(user, scopes)), username: user.username });
}

/** This endpoint writes booleans as texts, unlike the id token. */
const texts = (attributes: Readonly<Record<string, string | boolean>>): Record<string, string> =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, String(value)]));

async function claimsOf(
  token: string,
  poolId: string,
  context: PoolContext,
): Promise<JWTPayload | undefined> {
  const { keys, region, clock, signIns } = context;
  try {
    const claims = await keys.verify(poolId, token, { issuer: issuerOf(region, poolId), now: clock.now() });
    const usable = claims['token_use'] === 'access' && !signIns.isRevoked(String(claims['origin_jti']));
    return usable ? claims : undefined;
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
}
