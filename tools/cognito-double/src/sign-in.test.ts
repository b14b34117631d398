import { createHash } from 'node:crypto';
import {
  client,
  clientId,
  consoleUrl,
  createPoolWorld,
  pages,
  password,
  poolId,
} from './fixtures/pool-world.ts';

const verifier = 'v'.repeat(43);
const challenge = createHash('sha256').update(verifier).digest('base64url');
const asked = {
  client_id: clientId,
  redirect_uri: consoleUrl,
  response_type: 'code',
  scope: 'openid',
  state: 's-1',
  code_challenge: challenge,
  code_challenge_method: 'S256',
};
const authorizeUrl = (change: Record<string, string> = {}) =>
  `${pages}/oauth2/authorize?${new URLSearchParams({ ...asked, ...change }).toString()}`;

const codeOf = async (world: ReturnType<typeof createPoolWorld>, browser = world.openBrowser()) => {
  const { at } = await browser.submit(await browser.visit(authorizeUrl()), 'avery.agent', password);
  return new URL(at).searchParams.get('code') ?? '';
};
const exchange = async (
  world: ReturnType<typeof createPoolWorld>,
  code: string,
  change: Record<string, string> = {},
) => {
  const fields = {
    grant_type: 'authorization_code',
    client_id: clientId,
    redirect_uri: consoleUrl,
    code,
    code_verifier: verifier,
    ...change,
  };
  const { status, body } = await world.form('/oauth2/token', fields);
  return { status, error: (JSON.parse(String(body)) as { error?: string }).error };
};

describe('the sign-in page', () => {
  it.each([
    ['a wrong password', 'avery.agent', 'Local-Agent-2!'],
    ['a name that nobody has', 'nobody', password],
  ])('says the same of %s', async (_, username, secret) => {
    const browser = createPoolWorld().openBrowser();
    const page = await browser.submit(await browser.visit(authorizeUrl()), username, secret);
    expect(page.body).toContain('Incorrect username or password.');
    expect(page.body).toContain(`value="${username}"`);
  });

  it('slows down who guesses', async () => {
    const { openBrowser, clock } = createPoolWorld();
    const browser = openBrowser();
    const page = await browser.visit(authorizeUrl());
    let last = page;
    for (let attempt = 0; attempt < 5; attempt += 1)
      last = await browser.submit(last, 'avery.agent', 'wrong');
    last = await browser.submit(last, 'avery.agent', password);
    expect(last.body).toContain('Password attempts exceeded');
    await clock.advanceBy(1000);
    expect((await browser.submit(last, 'avery.agent', password)).at).toContain('code=');
  });

  it('takes no form that another page posts', async () => {
    const { form } = createPoolWorld();
    const query = new URL(authorizeUrl()).search;
    const answer = await form(`/login${query}`, { username: 'avery.agent', password });
    expect(answer.status).toBe(200);
    expect(answer.headers?.['location']).toBeUndefined();
  });

  it('may not be framed, runs no script, and shows what it is given as text', async () => {
    const { ask } = createPoolWorld();
    const hint = '"><script>alert(1)</script>';
    const page = await ask('GET', `/login?${new URLSearchParams({ ...asked, login_hint: hint }).toString()}`);
    expect(page.headers).toMatchObject({ 'x-frame-options': 'DENY' });
    expect(page.headers?.['content-security-policy']).toContain("default-src 'none'");
    expect(String(page.body)).not.toContain('<script>');
  });
});

describe('a request to sign in', () => {
  it.each([
    [{ client_id: 'other' }, '/error?error=Client+other+does+not+exist.'],
    [{ redirect_uri: 'http://console.localhost:5000' }, '/error?error=redirect_mismatch'],
    [{ redirect_uri: 'https://evil.example.com/' }, '/error?error=redirect_mismatch'],
    [{ response_type: 'token' }, `${consoleUrl}?error=unauthorized_client`],
    [
      { scope: 'openid aws.cognito.signin.user.admin' },
      `${consoleUrl}?error=invalid_request&error_description=invalid_scope`,
    ],
    [{ code_challenge_method: 'plain' }, `${consoleUrl}?error=invalid_request`],
    [{ code_challenge: '' }, `${consoleUrl}?error=invalid_request`],
  ])('with %j goes to %s', async (change, expected) => {
    const { ask } = createPoolWorld();
    const { status, headers } = await ask('GET', authorizeUrl(change));
    expect(status).toBe(302);
    expect(headers?.['location']?.startsWith(expected)).toBe(true);
    if (expected.startsWith(consoleUrl)) expect(headers?.['location']).toContain('state=s-1');
  });

  it('to a domain or a pool that is not there is 404', async () => {
    const { ask } = createPoolWorld();
    expect((await ask('GET', 'http://other.auth.us-east-1.localhost:5000/login')).status).toBe(404);
    const unknown = 'http://cognito-idp.us-east-1.localhost:5000/us-east-1_x/.well-known/jwks.json';
    expect((await ask('GET', unknown)).status).toBe(404);
  });
});

describe('a code', () => {
  it('can be spent once', async () => {
    const world = createPoolWorld();
    const code = await codeOf(world);
    expect((await exchange(world, code)).status).toBe(200);
    expect(await exchange(world, code)).toEqual({ status: 400, error: 'invalid_grant' });
  });

  it('outlives the process, for five minutes', async () => {
    const world = createPoolWorld();
    const [first, second] = [await codeOf(world), await codeOf(world)];
    const later = createPoolWorld(world.store, world.clock);
    expect((await exchange(later, first)).status).toBe(200);
    await world.clock.advanceBy(300_000);
    expect((await exchange(later, second)).error).toBe('invalid_grant');
  });

  it.each([
    [{ code_verifier: 'w'.repeat(43) }, 'invalid_grant'],
    [{ redirect_uri: 'http://localhost:4200/' }, 'invalid_grant'],
    [{ client_id: 'other' }, 'invalid_client'],
    [{ code: 'other' }, 'invalid_grant'],
    [{ grant_type: 'password' }, 'unsupported_grant_type'],
  ])('is not taken with %j', async (change, error) => {
    const world = createPoolWorld();
    expect(await exchange(world, await codeOf(world), change)).toEqual({ status: 400, error });
  });

  it('is worth nothing when its user is gone', async () => {
    const world = createPoolWorld();
    const code = await codeOf(world);
    world.pools.remove('UserPoolUser', 'user');
    expect((await exchange(world, code)).error).toBe('invalid_grant');
  });
});

describe('an address after signing out', () => {
  it('must be one of the client', async () => {
    const { ask } = createPoolWorld();
    const { headers } = await ask(
      'GET',
      `/logout?client_id=${clientId}&logout_uri=https://evil.example.com/`,
    );
    expect(headers?.['location']).toBe(`/error?error=redirect_mismatch&client_id=${clientId}`);
  });
});

describe('a definition', () => {
  it.each([
    ['UserPool', { UserPoolName: 'x', AdminCreateUserConfig: { AllowAdminCreateUserOnly: false } }],
    ['UserPoolClient', { ...client, CallbackURLs: ['http://example.com/'] }],
    ['UserPoolClient', { ...client, GenerateSecret: true }],
    ['UserPoolClient', { ...client, AllowedOAuthFlows: ['implicit'] }],
    ['UserPoolClient', { ...client, AccessTokenValidity: 1 }],
    ['UserPoolClient', { ...client, UserPoolId: 'us-east-1_other' }],
    ['UserPoolDomain', { UserPoolId: poolId, Domain: 'aws-agents' }],
    ['UserPoolDomain', { UserPoolId: poolId, Domain: 'agents' }],
  ] as const)('%s %j is refused', (part, properties) => {
    const { pools } = createPoolWorld();
    expect(() => {
      pools.put(part, 'new', properties);
    }).toThrow();
  });

  it('of operations that are not there is refused by name', async () => {
    const { ask } = createPoolWorld();
    const headers = { 'x-amz-target': 'AWSCognitoIdentityProviderService.SignUp' };
    await expect(async () =>
      ask('POST', 'http://cognito-idp.us-east-1.localhost/', { headers }),
    ).rejects.toThrow('SignUp');
  });
});
