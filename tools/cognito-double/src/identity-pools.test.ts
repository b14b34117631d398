import { createWireServer } from '@atlas-engine/aws-wire';
import { createManualClock, createMemoryStore, type StateStore } from '@atlas-engine/simulation';
import { createIdentityPools } from './identity-pools.ts';

const poolId = 'us-east-1:8c4d2f1e-0000-4000-8000-000000000000';
const roleArn = 'arn:aws:iam::000000000000:role/guest';

const close: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(close.splice(0).map((each) => each()));
});

async function start({
  store = createMemoryStore(),
  allowed = true,
}: { store?: StateStore; allowed?: boolean } = {}) {
  const clock = createManualClock(1_790_000_000_000);
  const pools = createIdentityPools({
    clock,
    store,
    region: 'us-east-1',
    credentialsFor: (role, { identityId }) =>
      allowed ? { accessKeyId: 'ASIA1', secretAccessKey: role, sessionToken: identityId } : undefined,
  });
  const server = await createWireServer({ services: [pools.service], clock, store });
  close.push(() => server.close());
  const call = async (operation: string, input: unknown) => {
    const response = await fetch(server.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `AWSCognitoIdentityService.${operation}`,
        origin: 'http://chat.localhost:4566',
      },
      body: JSON.stringify(input),
    });
    return { response, body: (await response.json()) as Record<string, unknown> };
  };
  const define = () => {
    const pool = {
      IdentityPoolName: 'Guests',
      AllowUnauthenticatedIdentities: true,
      AllowClassicFlow: false,
    };
    pools.put('IdentityPool', poolId, pool);
    pools.put('IdentityPoolRoleAttachment', 'roles', {
      IdentityPoolId: poolId,
      Roles: { unauthenticated: roleArn },
    });
  };
  return { pools, server, clock, store, call, define };
}

const identityOf = async ({ call }: Pick<Awaited<ReturnType<typeof start>>, 'call'>) =>
  String((await call('GetId', { IdentityPoolId: poolId })).body['IdentityId']);

describe('a guest', () => {
  it('gets an identity and credentials of the role for an hour, from a page', async () => {
    const world = await start();
    world.define();
    const IdentityId = await identityOf(world);
    expect(IdentityId).toMatch(/^us-east-1:[0-9a-f-]{36}$/);
    const { response, body } = await world.call('GetCredentialsForIdentity', { IdentityId });
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(body).toEqual({
      IdentityId,
      Credentials: {
        AccessKeyId: 'ASIA1',
        SecretKey: roleArn,
        SessionToken: IdentityId,
        Expiration: 1_790_003_600,
      },
    });
  });

  it('is another one each time, and is known after a restart', async () => {
    const world = await start();
    world.define();
    const first = await identityOf(world);
    expect(await identityOf(world)).not.toBe(first);
    const later = await start({ store: world.store });
    expect((await later.call('GetCredentialsForIdentity', { IdentityId: first })).response.status).toBe(200);
  });

  it.each([
    [
      'GetId',
      { IdentityPoolId: 'us-east-1:8c4d2f1e-0000-4000-8000-000000000001' },
      'ResourceNotFoundException',
    ],
    ['GetId', { IdentityPoolId: 'x' }, 'ValidationException'],
    ['GetId', {}, 'ValidationException'],
    ['GetId', { IdentityPoolId: poolId, Logins: { 'example.com': 't' } }, 'NotAuthorizedException'],
    ['GetCredentialsForIdentity', { IdentityId: poolId }, 'ResourceNotFoundException'],
    ['GetOpenIdToken', { IdentityId: poolId }, 'UnknownOperationException'],
  ])('is refused by %s of %j with %s', async (operation, input, code) => {
    const world = await start();
    world.define();
    const { response, body } = await world.call(operation, input);
    expect([response.status, body['__type']]).toEqual([400, code]);
  });

  it('is refused by a pool that is for nobody', async () => {
    const { pools, call } = await start();
    pools.put('IdentityPool', poolId, { IdentityPoolName: 'Guests', AllowUnauthenticatedIdentities: false });
    expect((await call('GetId', { IdentityPoolId: poolId })).body).toMatchObject({
      __type: 'NotAuthorizedException',
      message: 'Unauthenticated access is not supported for this identity pool.',
    });
  });

  it('has no credentials without a role that lets Cognito assume it', async () => {
    const world = await start({ allowed: false });
    world.define();
    const IdentityId = await identityOf(world);
    const code = async () => (await world.call('GetCredentialsForIdentity', { IdentityId })).body['__type'];
    expect(await code()).toBe('InvalidIdentityPoolConfigurationException');
    world.pools.remove('IdentityPoolRoleAttachment', 'roles');
    expect(await code()).toBe('InvalidIdentityPoolConfigurationException');
  });

  it('belongs to a pool whose definition is understood', async () => {
    const { pools } = await start();
    const pool = { IdentityPoolName: 'x', AllowUnauthenticatedIdentities: true };
    expect(() => pools.put('IdentityPool', poolId, { ...pool, AllowClassicFlow: true })).toThrow(
      'classic flow',
    );
    expect(() => pools.put('IdentityPool', poolId, { ...pool, SamlProviderARNs: [] })).toThrow(
      'SamlProviderARNs',
    );
  });
});
