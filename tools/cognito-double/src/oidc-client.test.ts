import { decodeJwt, decodeProtectedHeader } from 'jose';
import { InMemoryWebStorage, OidcClient, type RefreshState, WebStorageStateStore } from 'oidc-client-ts';
import {
  authority,
  clientId,
  consoleUrl,
  createPoolWorld,
  pages,
  password,
  poolId,
} from './fixtures/pool-world.ts';

const originalFetch = globalThis.fetch;
let world: ReturnType<typeof createPoolWorld>;
let library: OidcClient;
beforeEach(() => {
  world = createPoolWorld();
  globalThis.fetch = world.fetch;
  library = new OidcClient({
    authority,
    client_id: clientId,
    redirect_uri: consoleUrl,
    post_logout_redirect_uri: consoleUrl,
    scope: 'openid profile email',
    stateStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
  });
});
afterEach(() => {
  globalThis.fetch = originalFetch;
});

const signIn = async (browser = world.openBrowser()) => {
  const { url } = await library.createSigninRequest({ state: { page: '/today' }, nonce: 'n-1' });
  const page = await browser.visit(url);
  const { at } = page.body === '' ? page : await browser.submit(page, 'Avery.Agent', password);
  return { browser, at, user: await library.processSigninResponse(at) };
};

describe('a page with oidc-client-ts', () => {
  it('signs somebody in, with the tokens that Cognito gives', async () => {
    const { at, user } = await signIn();
    expect(at).toMatch(/^http:\/\/console\.localhost:5000\/\?code=[\w-]+&state=[\w-]+/);
    expect(user.userState).toEqual({ page: '/today' });
    const now = Math.floor(world.clock.now() / 1000);
    const issuer = `https://cognito-idp.us-east-1.amazonaws.com/${poolId}`;
    const common = { iss: issuer, sub: expect.any(String), auth_time: now, iat: now, exp: now + 3600 };
    expect(decodeJwt(user.id_token ?? '')).toMatchObject({
      ...common,
      'cognito:username': 'avery.agent',
      aud: clientId,
      token_use: 'id',
      nonce: 'n-1',
      name: 'Avery',
      email: 'avery.agent@example.com',
      email_verified: true,
      at_hash: expect.any(String),
    });
    expect(decodeJwt(user.access_token)).toMatchObject({
      ...common,
      username: 'avery.agent',
      client_id: clientId,
      token_use: 'access',
      scope: 'openid profile email',
      version: 2,
    });
    expect(user.expires_in).toBe(3600);
    const [key] = world.pools.jwksOf(issuer)?.keys ?? [];
    expect(decodeProtectedHeader(user.access_token)).toEqual({ alg: 'RS256', kid: key?.kid });
  });

  it('renews the tokens, until the sign-in is over', async () => {
    const { user } = await signIn();
    await world.clock.advanceBy(11 * 3_600_000);
    const { refresh_token = '', session_state, profile } = user;
    const state = Object.assign(Object.create(null) as RefreshState, {
      refresh_token,
      session_state,
      scope: 'openid profile email',
      profile,
    });
    const renewed = await library.useRefreshToken({ state });
    expect(decodeJwt(renewed.access_token)).toMatchObject({
      username: 'avery.agent',
      origin_jti: decodeJwt(user.access_token)['origin_jti'],
    });
    await world.clock.advanceBy(2 * 3_600_000);
    await expect(library.useRefreshToken({ state })).rejects.toMatchObject({ error: 'invalid_grant' });
  });

  it('signs in again without a password while the browser has its session, and not after signing out', async () => {
    const { browser } = await signIn();
    const again = await signIn(browser);
    expect(again.user.profile['cognito:username']).toBe('avery.agent');
    const logout = `${pages}/logout?client_id=${clientId}&logout_uri=${encodeURIComponent(consoleUrl)}`;
    expect((await browser.visit(logout)).at).toBe(consoleUrl);
    const { url } = await library.createSigninRequest({});
    expect((await browser.visit(url)).body).toContain('sign-in page of the local cloud');
  });

  it('is sent back with login_required when nobody may be asked', async () => {
    const { url } = await library.createSigninRequest({ prompt: 'none' });
    const { at } = await world.openBrowser().visit(url);
    await expect(library.processSigninResponse(at)).rejects.toMatchObject({ error: 'login_required' });
  });

  it('revokes what it has', async () => {
    const { user } = await signIn();
    const bearer = { headers: { authorization: `Bearer ${user.access_token}` } };
    const told = await world.ask('GET', '/oauth2/userInfo', bearer);
    expect(JSON.parse(String(told.body))).toEqual({
      sub: user.profile.sub,
      username: 'avery.agent',
      email: 'avery.agent@example.com',
      email_verified: 'true',
      name: 'Avery',
    });
    await library.revokeToken(user.refresh_token ?? '', 'refresh_token');
    expect((await world.ask('GET', '/oauth2/userInfo', bearer)).status).toBe(401);
    const renewal = {
      grant_type: 'refresh_token',
      client_id: clientId,
      refresh_token: user.refresh_token ?? '',
    };
    expect((await world.form('/oauth2/token', renewal)).body).toBe('{"error":"invalid_grant"}');
  });
});
