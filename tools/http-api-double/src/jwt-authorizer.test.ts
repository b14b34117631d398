import { bearer, createWorld, issuer, noon, token } from './fixtures/world.ts';

const agents = { AuthorizationType: 'JWT', AuthorizerId: 'auth1' };
const start = (route: object = agents) => {
  const world = createWorld();
  world.define(['GET /me'], { route });
  return world;
};
const challengeOf = (description: string) =>
  `Bearer scope="" error="invalid_token" error_description="${description}"`;

describe('a route for who has a token', () => {
  it('is called with the claims as texts', async () => {
    const { ask, events } = start();
    const claims = { 'cognito:username': 'avery.agent', 'cognito:groups': ['a', 'b'], email_verified: true };
    expect((await ask('GET', '/me', await bearer(claims))).status).toBe(200);
    expect(events[0]).toMatchObject({
      requestContext: {
        authorizer: {
          jwt: {
            claims: {
              iss: issuer,
              aud: 'client1',
              'cognito:username': 'avery.agent',
              'cognito:groups': '[a b]',
              email_verified: 'true',
              exp: String(noon / 1000 + 3600),
            },
            scopes: null,
          },
        },
      },
    });
  });

  it('takes an access token by its client, and the bare token', async () => {
    const { ask } = start();
    expect((await ask('GET', '/me', await bearer({ aud: undefined, client_id: 'client1' }))).status).toBe(
      200,
    );
    expect((await ask('GET', '/me', { headers: { authorization: await token() } })).status).toBe(200);
  });

  it('is 401 without a token', async () => {
    const { ask, events } = start();
    expect(await ask('GET', '/me')).toMatchObject({
      status: 401,
      headers: { 'www-authenticate': 'Bearer' },
      body: '{"message":"Unauthorized"}',
    });
    expect(events).toEqual([]);
  });

  it.each([
    ['of another client', { aud: 'other' }, 'the token does not have a valid audience'],
    [
      'whose audience is not the client it was given to',
      { aud: 'x', client_id: 'client1' },
      'the token does not have a valid audience',
    ],
    ['of another issuer', { iss: 'https://example.com' }, 'the token does not have a valid issuer'],
    ['that has expired', { exp: noon / 1000 - 1 }, 'the token has expired'],
    ['that never expires', { exp: undefined }, 'the token is not valid: exp'],
  ])('is 401 with a token %s', async (_, claims, description) => {
    const { ask } = start();
    expect((await ask('GET', '/me', await bearer(claims))).headers?.['www-authenticate']).toBe(
      challengeOf(description),
    );
  });

  it('is 401 with a token that somebody else signed, or nobody', async () => {
    const { ask } = start();
    expect((await ask('GET', '/me', await bearer({}, 'stranger'))).status).toBe(401);
    const [, payload = ''] = (await token()).split('.');
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`;
    for (const authorization of [`Bearer ${none}`, 'Bearer x', 'Basic abc'])
      expect((await ask('GET', '/me', { headers: { authorization } })).status).toBe(401);
  });

  it('is 403 without a scope that it asks for', async () => {
    const { ask, events } = start({ ...agents, AuthorizationScopes: ['read', 'write'] });
    expect(await ask('GET', '/me', await bearer({ scope: 'openid' }))).toMatchObject({
      status: 403,
      headers: { 'www-authenticate': expect.stringContaining('error="insufficient_scope"') },
      body: '{"message":"Forbidden"}',
    });
    await ask('GET', '/me', await bearer({ scope: 'openid read' }));
    expect(events[0]).toMatchObject({ requestContext: { authorizer: { jwt: { scopes: ['read'] } } } });
  });

  it('is 401 when the issuer is not known here', async () => {
    const { ask, apis } = start();
    apis.put('Authorizer', 'auth1', {
      ApiId: 'api1',
      Name: 'agents',
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: { Issuer: 'https://example.com', Audience: ['client1'] },
    });
    expect((await ask('GET', '/me', await bearer())).headers?.['www-authenticate']).toContain(
      'OIDC discovery',
    );
  });
});
