import { fakeNetwork, type Received, serviceError } from '../fixtures/network.ts';
import { identityPoolCredentials } from './credentials.ts';

const start = Date.parse('2026-11-21T12:00:00Z');

function started(reply?: (received: Received) => unknown) {
  let now = start;
  let count = 0;
  const { network, received } = fakeNetwork((request) => {
    const own = reply?.(request);
    if (own !== undefined) return own;
    if (request.target === 'GetId') return { IdentityId: 'us-east-1:one' };
    count += 1;
    const Expiration = now / 1000 + 3600;
    return { Credentials: { AccessKeyId: `AKIA${count}`, SecretKey: 's', SessionToken: 't', Expiration } };
  });
  const source = identityPoolCredentials({
    endpoint: 'https://cognito.test',
    identityPoolId: 'us-east-1:pool',
    network,
    now: () => now,
  });
  return { source, received, later: (milliseconds: number) => (now += milliseconds) };
}

describe('credentials of an identity pool', () => {
  it('are a guest’s: an identity of the pool, then its credentials', async () => {
    const { source, received } = started();
    expect(await source.get()).toEqual({ accessKeyId: 'AKIA1', secretAccessKey: 's', sessionToken: 't' });
    expect(received.map(({ target, body }) => [target, JSON.parse(body) as unknown])).toEqual([
      ['GetId', { IdentityPoolId: 'us-east-1:pool' }],
      ['GetCredentialsForIdentity', { IdentityId: 'us-east-1:one' }],
    ]);
  });

  it('are asked for once by two who ask at once, and kept', async () => {
    const { source, received } = started();
    await Promise.all([source.get(), source.get()]);
    await source.get();
    expect(received).toHaveLength(2);
  });

  it('are renewed five minutes before they expire, for the same identity', async () => {
    const { source, received, later } = started();
    await source.get();
    later(54 * 60_000);
    expect((await source.get()).accessKeyId).toBe('AKIA1');
    later(60_001);
    expect((await source.get()).accessKeyId).toBe('AKIA2');
    expect(received.filter(({ target }) => target === 'GetId')).toHaveLength(1);
  });

  it('are those of who signs in, with the token of the provider', async () => {
    const { source, received } = started();
    await source.get();
    source.signIn({ provider: 'idp.example.com', token: 'a-token' });
    await source.get();
    expect(
      received.slice(2).map(({ body }) => (JSON.parse(body) as { readonly Logins: unknown }).Logins),
    ).toEqual(Array(2).fill({ 'idp.example.com': 'a-token' }));
  });

  it('can be asked for again after a failure', async () => {
    let fails = true;
    const { source } = started(() => (fails ? serviceError(400, 'TooManyRequestsException') : undefined));
    await expect(source.get()).rejects.toMatchObject({ code: 'throttled' });
    fails = false;
    expect((await source.get()).accessKeyId).toBe('AKIA1');
  });

  it.each([
    [() => serviceError(400, 'NotAuthorizedException', 'Unauthenticated access is not supported'), 'refused'],
    [() => ({ IdentityId: 5 }), 'unreadable'],
    [() => new Response('<html>', { status: 200 }), 'unreadable'],
    [() => serviceError(500, 'InternalErrorException'), 'failed'],
  ])('say what is wrong (%#)', async (reply, code) => {
    await expect(started(reply).source.get()).rejects.toMatchObject({ code });
  });
});
