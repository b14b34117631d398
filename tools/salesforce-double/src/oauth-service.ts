import type { WireRequest, WireResponse } from '@atlas-engine/aws-wire';
import { TokenRefusal } from './connected-app.ts';
import { organisationId } from './sessions.ts';
import type { Sessions } from './sessions.ts';
import { authenticate } from './token-endpoint.ts';
import type { TokenEndpointOptions } from './token-endpoint.ts';

/** What log-in works on. */
export interface OAuthServiceOptions extends TokenEndpointOptions {
  readonly sessions: Sessions;
  /** Address that tokens are good for; the address of the request when absent. */
  readonly instanceUrl?: string;
}

/** Answers `/services/oauth2/…`: the token endpoint, nothing else. */
export function answerOAuth(options: OAuthServiceOptions, request: WireRequest): WireResponse {
  if (request.path !== '/services/oauth2/token') {
    return json(404, {
      error: 'invalid_request',
      error_description: `the local double does not support ${request.path}`,
    });
  }
  const origin = `http://${request.headers['host'] ?? '127.0.0.1'}`;
  const form = new URLSearchParams(request.method === 'POST' ? request.body.toString('utf8') : '');
  try {
    const username = authenticate(options, { form, authorization: request.headers['authorization'], origin });
    return json(200, tokenAnswer(options, form, { username, origin }));
  } catch (error) {
    if (error instanceof TokenRefusal)
      return json(400, { error: error.error, error_description: error.message });
    throw error;
  }
}

const json = (status: number, body: unknown): WireResponse => ({
  status,
  headers: { 'content-type': 'application/json;charset=UTF-8', 'cache-control': 'no-cache, no-store' },
  body: JSON.stringify(body),
});

interface Login {
  readonly username: string;
  readonly origin: string;
}

function tokenAnswer(options: OAuthServiceOptions, form: URLSearchParams, { username, origin }: Login) {
  const extras =
    form.get('grant_type') === 'client_credentials'
      ? { signature: 'c2lnbmF0dXJl', issued_at: String(options.clock.now()) }
      : {};
  return {
    access_token: options.sessions.open(username),
    scope: 'api',
    instance_url: options.instanceUrl ?? origin,
    id: `${origin}/id/${organisationId}/005Ak0000000001IAA`,
    token_type: 'Bearer',
    ...extras,
  };
}
