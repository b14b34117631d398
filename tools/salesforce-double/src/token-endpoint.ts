import type { SimulationClock } from '@atlas-engine/simulation';
import { readAssertion } from './assertion.ts';
import type { Assertion } from './assertion.ts';
import { TokenRefusal } from './connected-app.ts';
import type { ConnectedApp } from './connected-app.ts';

/** Who may log in, and what time it is. */
export interface TokenEndpointOptions {
  readonly clock: SimulationClock;
  readonly apps: readonly ConnectedApp[];
}

/** One request for a token. */
export interface TokenRequest {
  readonly form: URLSearchParams;
  /** `Authorization` header, for clients that send their secret there. */
  readonly authorization: string | undefined;
  /** `https://host` of the endpoint itself: a valid audience. */
  readonly origin: string;
}

/** Furthest expiry an assertion may carry, in seconds from now. */
const longestAssertion = 300;
const audiences = ['https://login.salesforce.com', 'https://test.salesforce.com'];

/** The user that a token request logs in. @throws TokenRefusal with the OAuth error Salesforce gives */
export function authenticate(options: TokenEndpointOptions, request: TokenRequest): string {
  const grant = request.form.get('grant_type');
  if (grant === 'urn:ietf:params:oauth:grant-type:jwt-bearer') return byAssertion(options, request);
  if (grant === 'client_credentials') return byClientSecret(options.apps, request);
  throw new TokenRefusal('unsupported_grant_type', 'grant type not supported');
}

function byAssertion({ apps, clock }: TokenEndpointOptions, { form, origin }: TokenRequest): string {
  const assertion = readAssertion(form.get('assertion') ?? '');
  const { claims } = assertion;
  const app = apps.find((known) => known.clientId === claims.iss);
  if (app?.flow !== 'jwt-bearer') throw new TokenRefusal('invalid_client_id', 'client identifier invalid');
  if (!assertion.isSignedBy(app.publicKey)) throw new TokenRefusal('invalid_grant', 'invalid assertion');
  checkClaims(claims, clock.now() / 1000, [...audiences, origin]);
  if (!app.approvedUsers.includes(claims.sub)) {
    throw new TokenRefusal('invalid_grant', "user hasn't approved this consumer");
  }
  return claims.sub;
}

function checkClaims(claims: Assertion['claims'], now: number, accepted: readonly string[]): void {
  const audience = [claims.aud].flat();
  if (!audience.some((aud) => accepted.includes(aud.replace(/\/$/, '')))) {
    throw new TokenRefusal('invalid_grant', 'audience is invalid');
  }
  if (claims.exp <= now) throw new TokenRefusal('invalid_grant', 'expired authorization code');
  if (claims.exp > now + longestAssertion) throw new TokenRefusal('invalid_grant', 'invalid assertion');
}

function byClientSecret(apps: readonly ConnectedApp[], request: TokenRequest): string {
  const { id, secret } = clientOf(request);
  const app = apps.find(({ clientId }) => clientId === id);
  if (app === undefined) throw new TokenRefusal('invalid_client_id', 'client identifier invalid');
  if (app.flow !== 'client-credentials') {
    throw new TokenRefusal('unsupported_grant_type', 'grant type not supported');
  }
  if (app.clientSecret !== secret) throw new TokenRefusal('invalid_client', 'invalid client credentials');
  if (app.runAs === undefined) throw new TokenRefusal('invalid_grant', 'no client credentials user enabled');
  return app.runAs;
}

function clientOf({ form, authorization }: TokenRequest): { readonly id: string; readonly secret: string } {
  const [, basic] = /^Basic (.+)$/.exec(authorization ?? '') ?? [];
  if (basic === undefined)
    return { id: form.get('client_id') ?? '', secret: form.get('client_secret') ?? '' };
  const [id = '', ...secret] = Buffer.from(basic, 'base64').toString('utf8').split(':');
  return { id: decodeURIComponent(id), secret: decodeURIComponent(secret.join(':')) };
}
