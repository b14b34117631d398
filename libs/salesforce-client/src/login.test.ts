import { generateKeyPairSync } from 'node:crypto';
import { jwtVerify } from 'jose';
import { signAssertion } from './assertion.ts';
import { createSalesforceClient } from './client.ts';
import type { SalesforceCredentials } from './credentials.ts';
import { keys, lead, openOrg, privateKey } from './fixtures/org.ts';
import type { Org } from './fixtures/org.ts';
import { connectionReset, failureOf } from './fixtures/scripted-fetch.ts';
import type { Fetch } from './http.ts';

const request = (id: string) => ({ externalId: { Atlas_Request_Id__c: id }, fields: lead });

describe('the assertion', () => {
  const credentials = {
    grantType: 'jwt-bearer',
    loginUrl: 'https://login.salesforce.com',
    clientId: 'consumer',
    username: 'integration@example.com',
    privateKey,
  } as const;
  const now = Date.UTC(2026, 10, 21);

  it('is what a JWT library accepts', async () => {
    const { payload, protectedHeader } = await jwtVerify(signAssertion(credentials, now), keys.publicKey, {
      algorithms: ['RS256'],
      audience: 'https://login.salesforce.com',
      issuer: 'consumer',
      subject: 'integration@example.com',
      currentDate: new Date(now),
    });
    expect(protectedHeader.alg).toBe('RS256');
    expect(payload.exp).toBe(now / 1000 + 180);
  });

  it.each([
    ['https://login.salesforce.com', 'https://login.salesforce.com'],
    ['https://test.salesforce.com', 'https://test.salesforce.com'],
    ['https://example.my.salesforce.com', 'https://login.salesforce.com'],
    ['https://example--dev.sandbox.my.salesforce.com', 'https://test.salesforce.com'],
    ['http://127.0.0.1:4566', 'http://127.0.0.1:4566'],
  ])('for %s is meant for %s', (loginUrl, audience) => {
    const [, payload = ''] = signAssertion({ ...credentials, loginUrl }, now).split('.');
    expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toMatchObject({ aud: audience });
  });

  it('is meant for the audience of the secret when that names one', () => {
    const [, payload = ''] = signAssertion({ ...credentials, audience: 'https://example.com' }, now).split(
      '.',
    );
    expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toMatchObject({
      aud: 'https://example.com',
    });
  });

  it('needs a readable RSA key', () => {
    const other = generateKeyPairSync('ed25519')
      .privateKey.export({ type: 'pkcs8', format: 'pem' })
      .toString();
    for (const key of ['-----BEGIN PRIVATE KEY-----\nbm9wZQ==\n-----END PRIVATE KEY-----', other]) {
      expect(() => signAssertion({ ...credentials, privateKey: key }, now)).toThrow(
        'privateKey is no readable RSA key',
      );
    }
  });
});

describe('a session', () => {
  let org: Org;
  beforeEach(async () => {
    org = await openOrg({ limits: { sessionLifetimeMs: 60_000 } });
  });
  afterEach(async () => org.close());

  const logins = () => org.calls.filter((call) => call.startsWith('token'));

  it('is opened by either flow and kept for all calls', async () => {
    const bySecret: SalesforceCredentials = {
      grantType: 'client-credentials',
      loginUrl: org.jwt.loginUrl,
      clientId: 'secret-app',
      clientSecret: 's3cret',
    };
    for (const client of [org.client, org.connect({ credentials: () => Promise.resolve(bySecret) })]) {
      org.calls.length = 0;
      await client.upsert('Lead', request('r-1'));
      await client.upsert('Lead', request('r-2'));
      expect(logins()).toEqual(['token 200']);
    }
  });

  it('is opened once for calls that start together', async () => {
    await Promise.all(['r-1', 'r-2', 'r-3'].map((id) => org.client.upsert('Lead', request(id))));
    expect(logins()).toEqual(['token 200']);
  });

  it('is renewed once for calls that find it expired together, with the secret read afresh', async () => {
    const asked: (boolean | undefined)[] = [];
    const client = org.connect({
      credentials: (options) => {
        asked.push(options?.refresh);
        return Promise.resolve(org.jwt);
      },
    });
    await client.upsert('Lead', request('r-1'));
    await org.clock.advanceBy(60_000);
    await Promise.all(['r-1', 'r-2', 'r-3'].map((id) => client.upsert('Lead', request(id))));
    expect(logins()).toEqual(['token 200', 'token 200']);
    expect(asked).toEqual([undefined, true]);
    expect(org.salesforce.records('Lead')).toHaveLength(3);
  });

  it('is renewed for a create too: what was refused was not done', async () => {
    await org.client.upsert('Lead', request('r-1'));
    org.salesforce.endSessions();
    expect(await org.client.create('Lead', lead)).toMatchObject({ created: true });
  });

  it('works with the system clock, sleep and fetch', async () => {
    const client = createSalesforceClient({
      credentials: () =>
        Promise.resolve({
          grantType: 'client-credentials',
          loginUrl: org.jwt.loginUrl,
          clientId: 'secret-app',
          clientSecret: 's3cret',
        }),
      random: () => 0,
    });
    org.plan('server-error', 'none', 'server-error');
    expect(await client.upsert('Lead', request('r-1'))).toMatchObject({ created: true });
  });

  it('that is refused again is an authentication error', async () => {
    const client = org.connect({ fetch: expiredAlways });
    const error = await failureOf(client.upsert('Lead', request('r-1')));
    expect(error).toMatchObject({
      code: 'SALESFORCE_AUTH',
      salesforceCode: 'INVALID_SESSION_ID',
      retryable: false,
    });
  });

  it('is opened with the secret that was rotated meanwhile', async () => {
    const stale = { ...org.jwt, username: 'gone@example.com' };
    const client = org.connect({
      credentials: (options) => Promise.resolve(options?.refresh === true ? org.jwt : stale),
    });
    expect(await client.upsert('Lead', request('r-1'))).toMatchObject({ created: true });
    expect(logins()).toEqual(['token 400', 'token 200']);
  });

  it('is asked for again after a log-in that failed', async () => {
    org.plan('server-error', 'server-error', 'server-error', 'server-error');
    expect(await failureOf(org.client.upsert('Lead', request('r-1')))).toMatchObject({
      code: 'SALESFORCE_UNAVAILABLE',
    });
    expect(await org.client.upsert('Lead', request('r-1'))).toMatchObject({ created: true });
  });
});

const expiredAlways: Fetch = (url) =>
  Promise.resolve(
    url.endsWith('/token')
      ? Response.json({ access_token: 't', instance_url: 'https://example.my.salesforce.com/' })
      : Response.json([{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired' }], { status: 401 }),
  );

describe('a log-in that fails', () => {
  const secret = 'c0nsumer-s3cret';
  const failure = async (answer: () => Promise<Response>, budgetMs = 1000) => {
    const client = createSalesforceClient({
      credentials: () =>
        Promise.resolve({
          grantType: 'client-credentials',
          loginUrl: 'https://example.my.salesforce.com',
          clientId: 'consumer-key',
          clientSecret: secret,
        }),
      fetch: answer,
      sleep: () => Promise.resolve(),
      budgetMs,
    });
    const error = await failureOf(client.get('Lead', '00Q000000000001AAA', ['Phone']));
    expect(String(error)).not.toMatch(/c0nsumer-s3cret|consumer-key|the-token/);
    return error;
  };
  const refused = (error: string, description: string) => () =>
    Promise.resolve(Response.json({ error, error_description: description }, { status: 400 }));

  it.each([
    ['invalid_grant', "user hasn't approved this consumer", 'approved for the app'],
    ['invalid_client', 'invalid client credentials', 'check clientSecret'],
    ['invalid_client_id', 'client identifier invalid', 'check clientId'],
    ['invalid_app_access', 'user is not admin approved to access this app', 'permission set'],
    ['unsupported_grant_type', 'grant type not supported', 'enable this flow'],
    ['something_new', 'whatever', 'check the secret and the connected app'],
  ])('with %s says what to check', async (code, description, hint) => {
    const error = await failure(refused(code, description));
    expect(error).toMatchObject({ code: 'SALESFORCE_AUTH', salesforceCode: code, retryable: false });
    expect(String(error)).toContain(description);
    expect(String(error)).toContain(hint);
  });

  it('keeps a description to itself that may name somebody', async () => {
    const error = await failure(refused('invalid_grant', 'user ada@example.com is frozen'));
    expect(String(error)).not.toContain('ada');
  });

  it('too often asks to wait', async () => {
    expect(await failure(refused('invalid_grant', 'login rate exceeded'))).toMatchObject({
      code: 'SALESFORCE_LIMIT',
    });
    const limited = () => Promise.resolve(new Response('', { status: 429, headers: { 'retry-after': '7' } }));
    expect(await failure(limited)).toMatchObject({ code: 'SALESFORCE_LIMIT', retryAfter: 7 });
  });

  it.each([
    ['503', () => Promise.resolve(new Response('busy', { status: 503 })), 'SALESFORCE_UNAVAILABLE'],
    ['no connection', () => Promise.reject(connectionReset), 'SALESFORCE_UNAVAILABLE'],
    ['no token', () => Promise.resolve(Response.json({ token_type: 'Bearer' })), 'SALESFORCE_RESPONSE'],
    ['no JSON', () => Promise.resolve(new Response('<html>')), 'SALESFORCE_RESPONSE'],
    [
      'a page instead of an error',
      () => Promise.resolve(new Response('<html>', { status: 403 })),
      'SALESFORCE_AUTH',
    ],
  ])('with %s says so', async (_case, answer, code) => {
    expect(await failure(answer)).toMatchObject({ code });
  });

  it.each([
    'http://example.com',
    'https://example.com/path',
    'ftp://example.com',
    'https://user@example.com',
    'x',
  ])('by naming %s as the address of the org is not followed', async (instance_url) => {
    const answer = () => Promise.resolve(Response.json({ access_token: 'the-token', instance_url }));
    expect(await failure(answer)).toMatchObject({ code: 'SALESFORCE_RESPONSE' });
  });

  it('when the budget is used up is not sent', async () => {
    expect(await failure(() => Promise.resolve(new Response('')), 0)).toMatchObject({
      code: 'SALESFORCE_TIMEOUT',
    });
  });

  it('because the credentials can not be read passes that failure on', async () => {
    class Unreadable extends Error {}
    const client = createSalesforceClient({ credentials: () => Promise.reject(new Unreadable()) });
    expect(await failureOf(client.describe('Lead'))).toBeInstanceOf(Unreadable);
  });
});
