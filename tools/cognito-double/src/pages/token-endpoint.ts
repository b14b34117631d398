import { createHash, randomUUID } from 'node:crypto';
import type { WireRequest, WireResponse } from '@atlas-engine/aws-wire';
import type { PoolContext } from '../user-pools/pool-context.ts';
import type { Client } from '../user-pools/pool-directory.ts';
import type { Renewal, Session } from '../user-pools/sign-ins.ts';
import { issueTokens } from '../user-pools/tokens.ts';
import { json, oauthError } from './answers.ts';

interface Grant {
  readonly client: Client;
  readonly fields: URLSearchParams;
  readonly context: PoolContext;
}

/** The fields of a form; undefined when the body is none. */
const fieldsOf = ({ headers, body }: WireRequest): URLSearchParams | undefined =>
  (headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded')
    ? new URLSearchParams(body.toString('utf8'))
    : undefined;

const clientOf = (
  fields: URLSearchParams,
  poolId: string,
  { directory }: PoolContext,
): Client | undefined => {
  const client = directory.client(fields.get('client_id') ?? '');
  return client?.UserPoolId === poolId ? client : undefined;
};

const invalidGrant = oauthError('invalid_grant');

const answersTo = (challenge: string, verifier: string | null): boolean =>
  createHash('sha256')
    .update(verifier ?? '')
    .digest('base64url') === challenge;

interface Giving {
  readonly session: Session;
  readonly scopes: readonly string[];
  readonly originId: string;
  readonly nonce?: string | undefined;
}

/** The tokens of a sign-in; undefined when its user is gone. */
async function tokensFor({ client, context }: Grant, { session, scopes, originId, nonce }: Giving) {
  const { directory, keys, region, clock } = context;
  const user = directory.user(session.poolId, session.username);
  if (user === undefined) return undefined;
  const authTime = Math.floor(session.at / 1000);
  const signedIn = { client, user, scopes, authTime, originId, nonce };
  return issueTokens(signedIn, { keys, region, now: clock.now() });
}

async function byCode(grant: Grant): Promise<WireResponse> {
  const { client, fields, context } = grant;
  const code = context.signIns.spendCode(fields.get('code') ?? '');
  if (code?.clientId !== client.id || code.redirectUri !== fields.get('redirect_uri')) return invalidGrant;
  if (!answersTo(code.challenge, fields.get('code_verifier'))) return invalidGrant;
  const { poolId, username, at, scopes, nonce } = code;
  const originId = randomUUID();
  const tokens = await tokensFor(grant, { session: code, scopes, originId, nonce });
  if (tokens === undefined) return invalidGrant;
  const renewal: Renewal = { poolId, username, at, clientId: client.id, scopes, originId };
  const refreshToken = context.signIns.giveRefreshToken(renewal, client.validity.refresh);
  return json(200, { ...tokens, refresh_token: refreshToken });
}

async function byRefreshToken(grant: Grant): Promise<WireResponse> {
  const { client, fields, context } = grant;
  const renewal = context.signIns.renewal(fields.get('refresh_token') ?? '');
  if (renewal?.clientId !== client.id) return invalidGrant;
  const { scopes, originId } = renewal;
  const tokens = await tokensFor(grant, { session: renewal, scopes, originId });
  return tokens === undefined ? invalidGrant : json(200, tokens);
}

/** `POST /oauth2/token` */
export async function giveTokens(
  request: WireRequest,
  poolId: string,
  context: PoolContext,
): Promise<WireResponse> {
  const fields = fieldsOf(request);
  if (fields === undefined) return oauthError('invalid_request');
  const client = clientOf(fields, poolId, context);
  if (client === undefined) return oauthError('invalid_client');
  const type = fields.get('grant_type');
  if (type === 'authorization_code') return byCode({ client, fields, context });
  if (type === 'refresh_token') return byRefreshToken({ client, fields, context });
  return oauthError(type === null ? 'invalid_request' : 'unsupported_grant_type');
}

/** `POST /oauth2/revoke`: a token that is not known is well revoked. */
export function revokeToken(request: WireRequest, poolId: string, context: PoolContext): WireResponse {
  const fields = fieldsOf(request);
  const token = fields?.get('token');
  if (!fields || !token) return oauthError('invalid_request');
  const client = clientOf(fields, poolId, context);
  if (client === undefined) return oauthError('invalid_client');
  if (token.split('.').length === 3) return oauthError('unsupported_token_type');
  if (isOfAnother(client, context.signIns.renewal(token))) return oauthError('invalid_request');
  context.signIns.revoke(token);
  return { status: 200, headers: { 'access-control-allow-origin': '*' } };
}

const isOfAnother = ({ id }: Client, renewal: Renewal | undefined): boolean =>
  renewal !== undefined && renewal.clientId !== id;
