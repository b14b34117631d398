import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTPayload, jwtVerify } from 'jose';
import type { DeployedRoute } from './api-directory.ts';

/** Gives the keys of an issuer; undefined for one that is not known here. */
export type KeysOf = (issuer: string) => JSONWebKeySet | undefined | Promise<JSONWebKeySet | undefined>;

/** What the event says of an authorized caller. */
export interface JwtContext {
  readonly claims: Readonly<Record<string, string>>;
  readonly scopes: readonly string[] | null;
}

/** Who may call: with claims, or refused with what the `WWW-Authenticate` header says. */
export type Authorization =
  | { readonly ok: true; readonly jwt: JwtContext }
  | { readonly ok: false; readonly status: 401 | 403; readonly challenge: string; readonly reason: string };

export interface Bearer {
  readonly header: string | undefined;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** API Gateway hands on every claim as text: lists as `[a b]`. */
const textOf = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(textOf).join(' ')}]`;
  return typeof value === 'string' ? value : JSON.stringify(value);
};

const wordsOf = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'string' ? value.split(' ').filter((word) => word !== '') : [];
};

const problemOf = (error: unknown): string => {
  if (error instanceof errors.JWTExpired) return 'the token has expired';
  if (error instanceof errors.JWTClaimValidationFailed)
    return error.claim === 'iss'
      ? 'the token does not have a valid issuer'
      : `the token is not valid: ${error.claim}`;
  if (error instanceof errors.JOSEError) return 'the token could not be verified';
  throw error;
};

const refused = (error: string, reason: string, scopes: readonly string[]): Authorization => ({
  ok: false,
  status: error === 'insufficient_scope' ? 403 : 401,
  challenge: `Bearer scope="${scopes.join(' ')}" error="${error}" error_description="${reason}"`,
  reason,
});

/** `aud` counts when it is there, else `client_id`, which access tokens of Cognito have. */
const isFor = ({ aud, client_id: client }: JWTPayload, audience: readonly string[]): boolean =>
  wordsOf(aud ?? client).some((each) => audience.includes(each));

/** Decides on a request to a route with a JWT authorizer. */
export async function authorizeByToken(
  { authorizer, scopes }: Pick<DeployedRoute, 'scopes'> & Required<Pick<DeployedRoute, 'authorizer'>>,
  { header, now }: Bearer,
  keysOf: KeysOf,
): Promise<Authorization> {
  const token = (header ?? '').replace(/^Bearer\s+/i, '').trim();
  if (token === '') return { ok: false, status: 401, challenge: 'Bearer', reason: 'no token' };
  const { Issuer: issuer, Audience: audience } = authorizer.JwtConfiguration;
  const keys = await keysOf(issuer);
  if (keys === undefined)
    return refused('invalid_token', 'OIDC discovery endpoint communication error', scopes);
  const claims = await verify(token, keys, { issuer, now });
  if (typeof claims === 'string') return refused('invalid_token', claims, scopes);
  if (!isFor(claims, audience))
    return refused('invalid_token', 'the token does not have a valid audience', scopes);
  return granted(claims, scopes);
}

function granted(claims: JWTPayload, scopes: readonly string[]): Authorization {
  const words = wordsOf(claims['scope'] ?? claims['scp']);
  const fitting = scopes.filter((scope) => words.includes(scope));
  if (scopes.length > 0 && fitting.length === 0)
    return refused('insufficient_scope', 'the token does not have a scope of the route', scopes);
  const texts = Object.entries(claims).map(([name, value]): [string, string] => [name, textOf(value)]);
  return {
    ok: true,
    jwt: { claims: Object.fromEntries(texts), scopes: scopes.length > 0 ? fitting : null },
  };
}

async function verify(
  token: string,
  keys: JSONWebKeySet,
  { issuer, now }: { readonly issuer: string; readonly now: number },
): Promise<JWTPayload | string> {
  try {
    const { payload } = await jwtVerify(token, createLocalJWKSet(keys), {
      issuer,
      algorithms: ['RS256', 'RS384', 'RS512'],
      currentDate: new Date(now),
      requiredClaims: ['exp'],
    });
    return payload;
  } catch (error) {
    return problemOf(error);
  }
}
