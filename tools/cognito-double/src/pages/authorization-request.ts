import type { WireResponse } from '@atlas-engine/aws-wire';
import type { PoolContext } from '../user-pools/pool-context.ts';
import type { Client } from '../user-pools/pool-directory.ts';
import type { Asked } from '../user-pools/sign-ins.ts';
import { redirect } from './answers.ts';

/** What a page asks for when it sends the browser to sign in. */
export interface AuthorizationRequest extends Asked {
  readonly state?: string | undefined;
  readonly prompt?: string | undefined;
}

type Reading =
  | { readonly ok: true; readonly request: AuthorizationRequest }
  | { readonly ok: false; readonly answer: WireResponse };

const parameter = (query: URLSearchParams, name: string): string | undefined => query.get(name) ?? undefined;

/** What is wrong with a request whose client and address are known; undefined when nothing is. */
function problemOf(query: URLSearchParams, client: Client): readonly [string, string] | undefined {
  const scopes = scopesOf(query, client);
  const allowed: readonly string[] = client.AllowedOAuthScopes;
  const checks: readonly (readonly [boolean, string, string])[] = [
    [query.get('response_type') === 'code', 'unauthorized_client', 'response_type must be code'],
    [scopes.every((scope) => allowed.includes(scope)), 'invalid_request', 'invalid_scope'],
    [query.get('code_challenge_method') === 'S256', 'invalid_request', 'code_challenge_method must be S256'],
    [
      /^[\w-]{43}$/.test(query.get('code_challenge') ?? ''),
      'invalid_request',
      'code_challenge must be the base64url of a SHA-256',
    ],
  ];
  const failed = checks.find(([passed]) => !passed);
  return failed && [failed[1], failed[2]];
}

const scopesOf = (query: URLSearchParams, client: Client): readonly string[] => {
  const asked = (query.get('scope') ?? '').split(/[ +]/).filter((scope) => scope !== '');
  return asked.length > 0 ? asked : client.AllowedOAuthScopes;
};

/** An error that must not go to an address that nobody has registered. */
const errorPage = (error: string, clientId: string): Reading => ({
  ok: false,
  answer: redirect('/error', { error, client_id: clientId }),
});

/**
 * Reads the parameters of `/oauth2/authorize` and `/login`: code flow with PKCE only, and only to an address that the
 * client has, to the letter.
 */
export function readAuthorization(query: URLSearchParams, poolId: string, context: PoolContext): Reading {
  const clientId = query.get('client_id') ?? '';
  const client = context.directory.client(clientId);
  if (client?.UserPoolId !== poolId)
    return errorPage(`Client ${clientId.slice(0, 40)} does not exist.`, clientId);
  const redirectUri = query.get('redirect_uri') ?? '';
  if (!client.CallbackURLs.map(context.urlOf).includes(redirectUri))
    return errorPage('redirect_mismatch', clientId);
  const state = parameter(query, 'state');
  const problem = problemOf(query, client);
  if (problem !== undefined) {
    const [error, error_description] = problem;
    return { ok: false, answer: redirect(redirectUri, { error, error_description, state }) };
  }
  return {
    ok: true,
    request: {
      clientId,
      redirectUri,
      state,
      scopes: scopesOf(query, client),
      challenge: query.get('code_challenge') ?? '',
      nonce: parameter(query, 'nonce'),
      prompt: parameter(query, 'prompt'),
    },
  };
}
