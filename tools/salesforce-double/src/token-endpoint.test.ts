import { generateKeyPairSync, sign } from 'node:crypto';
import { clientId, clientSecret, openOrg } from './fixtures/org.ts';

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const otherKeys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const user = 'integration@example.com';
const publicKey = keys.publicKey.export({ type: 'spki', format: 'pem' }).toString();

const app = { flow: 'jwt-bearer', clientId, publicKey, approvedUsers: [user] } as const;

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

function assertion(claims: object, options: { key?: typeof keys.privateKey; alg?: string } = {}): string {
  const signed = `${encode({ alg: options.alg ?? 'RS256' })}.${encode(claims)}`;
  const signature = sign('RSA-SHA256', Buffer.from(signed), options.key ?? keys.privateKey).toString(
    'base64url',
  );
  return `${signed}.${signature}`;
}

const jwt = async (change: object = {}, options: { key?: typeof keys.privateKey; alg?: string } = {}) => {
  const org = await openOrg({ apps: [app] });
  const now = org.clock.now() / 1000;
  const claims = { iss: clientId, sub: user, aud: 'https://login.salesforce.com', exp: now + 180, ...change };
  return org.login({
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    assertion: assertion(claims, options),
  });
};

describe('the JWT bearer flow', () => {
  it('answers with a token for this host and no expiry', async () => {
    const { status, json } = await jwt();
    expect(status).toBe(200);
    expect(json).toEqual({
      access_token: expect.stringMatching(/^00DAk0000000001!/),
      scope: 'api',
      instance_url: 'http://127.0.0.1:4566',
      id: expect.stringContaining('/id/00D'),
      token_type: 'Bearer',
    });
  });

  it('takes the address of the org as audience', async () => {
    expect((await jwt({ aud: 'http://127.0.0.1:4566' })).status).toBe(200);
  });

  it.each([
    ['an unknown consumer', { iss: 'someone' }, 'invalid_client_id', 'client identifier invalid'],
    [
      'a user nobody approved',
      { sub: 'eve@example.com' },
      'invalid_grant',
      "user hasn't approved this consumer",
    ],
    ['another audience', { aud: 'https://example.com' }, 'invalid_grant', 'audience is invalid'],
    ['an expired assertion', { exp: 1000 }, 'invalid_grant', 'expired authorization code'],
    ['an expiry hours away', { exp: 4_000_000_000 }, 'invalid_grant', 'invalid assertion'],
    ['missing claims', { sub: undefined }, 'invalid_grant', 'invalid assertion'],
  ])('refuses %s', async (_case, change, error, description) => {
    const { status, json } = await jwt(change);
    expect({ status, json }).toEqual({ status: 400, json: { error, error_description: description } });
  });

  it('refuses the signature of another key, and another algorithm', async () => {
    expect((await jwt({}, { key: otherKeys.privateKey })).json.error_description).toBe('invalid assertion');
    expect((await jwt({}, { alg: 'none' })).json.error_description).toBe('invalid assertion');
  });

  it('refuses what is no JWT', async () => {
    const org = await openOrg({ apps: [app] });
    const answer = await org.login({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      assertion: 'x',
    });
    expect(answer.json.error).toBe('invalid_grant');
  });
});

describe('the client credentials flow', () => {
  const credentials = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };

  it('answers with a token and the time of issue', async () => {
    const org = await openOrg();
    const { status, json } = await org.login(credentials);
    expect(status).toBe(200);
    expect(json).toMatchObject({ token_type: 'Bearer', issued_at: String(org.clock.now()) });
  });

  it('takes the secret from a Basic header', async () => {
    const org = await openOrg();
    const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
    const answer = await org.login({ grant_type: 'client_credentials' }, { authorization: `Basic ${basic}` });
    expect(answer.status).toBe(200);
  });

  it('tells an unknown client, a wrong secret, a missing user and an unknown grant apart', async () => {
    const org = await openOrg({ apps: [{ flow: 'client-credentials', clientId, clientSecret }] });
    const errors = await Promise.all([
      org.login({ ...credentials, client_id: 'someone' }),
      org.login({ ...credentials, client_secret: 'wrong' }),
      org.login(credentials),
      org.login({ ...credentials, grant_type: 'password' }),
    ]);
    expect(errors.map(({ json }) => json.error)).toEqual([
      'invalid_client_id',
      'invalid_client',
      'invalid_grant',
      'unsupported_grant_type',
    ]);
  });

  it('refuses other OAuth paths by name', async () => {
    const org = await openOrg();
    const answer = await org.send('/services/oauth2/revoke', { method: 'POST' });
    expect(answer.status).toBe(404);
    expect(answer.json.error_description).toContain('/services/oauth2/revoke');
  });
});

describe('a session', () => {
  it('ends after its lifetime of simulated time', async () => {
    const org = await openOrg({ limits: { sessionLifetimeMs: 60_000 } });
    expect((await org.call('/limits')).status).toBe(200);
    await org.clock.advanceBy(60_000);
    const { status, json } = await org.call('/limits');
    expect({ status, json }).toEqual({
      status: 401,
      json: [{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }],
    });
  });

  it('can be ended by an administrator and is needed', async () => {
    const org = await openOrg();
    org.salesforce.endSessions();
    expect((await org.call('/limits')).status).toBe(401);
    expect((await org.send('/services/data/v62.0/limits', {})).status).toBe(401);
  });
});
