import { type CcpWorld, serveCcp } from './testing/ccp-world.ts';
import { instanceId } from './testing/staffed-connect.ts';

const form = { 'content-type': 'application/x-www-form-urlencoded' };

describe('the control panel’s pages', () => {
  let world: CcpWorld;
  beforeEach(async () => {
    world = await serveCcp();
  });
  afterEach(() => world.close());
  const signIn = async (user: string): Promise<string> => {
    const { headers } = await world.ask('/login', { method: 'POST', headers: form, body: `user=${user}` });
    return String(headers['set-cookie']).split(';')[0] ?? '';
  };

  it('lead to the sign-in without a session, and show who is signed in with one', async () => {
    expect(await world.ask('/ccp-v2/')).toMatchObject({ status: 303, headers: { location: '/login' } });
    const cookie = await signIn('avery.agent');
    const { status, body } = await world.ask('/ccp-v2/', { headers: { cookie } });
    expect([status, body.includes('avery.agent')]).toEqual([200, true]);
    expect((await world.ask('/ccp-v2')).headers['location']).toBe('/ccp-v2/');
  });

  it('sign in the user whom the address names, in a browser that has had no session', async () => {
    const fresh = await world.ask('/ccp-v2/?user=avery.agent');
    expect([fresh.status, fresh.headers['location']]).toEqual([303, '/ccp-v2/']);
    expect(String(fresh.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=None; Secure; Partitioned$/);
    const headers = { cookie: 'connect-session=over' };
    expect((await world.ask('/ccp-v2/?user=avery.agent', { headers })).headers['location']).toBe('/login');
  });

  it('refuse users that are unknown or may not take calls', async () => {
    const unknown = await world.ask('/login?user=nobody');
    expect([unknown.status, unknown.body.includes('no such user')]).toEqual([403, true]);
    const denied = await world.ask('/login?user=casey.agent');
    expect([denied.status, denied.body.includes('BasicAgentAccess')]).toEqual([403, true]);
  });

  it('end a session after twelve hours', async () => {
    const cookie = await signIn('avery.agent');
    await world.clock.advanceBy(12 * 3600 * 1000);
    expect((await world.ask('/ccp-v2/', { headers: { cookie } })).status).toBe(303);
  });

  it('answer calls of methods with a session alone, and refuse as the service', async () => {
    const call = (cookie: string, method: string, params: object = {}) =>
      world.ask('/ccp-v2/api/call', {
        method: 'POST',
        headers: { cookie },
        body: JSON.stringify({ method, params }),
      });
    expect((await call('', 'getEndpoints')).status).toBe(401);
    const cookie = await signIn('avery.agent');
    expect(JSON.parse((await call(cookie, 'getEndpoints', { queueARNs: [] })).body)).toEqual({
      data: { endpoints: [], nextToken: null },
    });
    const { err } = JSON.parse((await call(cookie, 'acceptContact', { contactId: 'x' })).body) as {
      readonly err: string;
    };
    expect(JSON.parse(err)).toMatchObject({ type: 'ResourceNotFoundException', retryStatus: 'none' });
  });

  it('let a frame take part in a sign-in by a ticket, for a minute', async () => {
    const cookie = await signIn('avery.agent');
    const made = await world.ask('/ccp-v2/api/ticket', { method: 'POST', headers: { cookie } });
    const { ticket } = JSON.parse(made.body) as { readonly ticket: string };
    const redeem = () => world.ask('/login/ticket', { method: 'POST', body: ticket });
    expect((await redeem()).status).toBe(200);
    await world.clock.advanceBy(61_000);
    expect((await redeem()).status).toBe(403);
  });

  it('end the session when somebody signs out', async () => {
    const cookie = await signIn('avery.agent');
    expect((await world.ask('/logout', { headers: { cookie } })).headers['location']).toBe('/login');
    expect((await world.ask('/ccp-v2/', { headers: { cookie } })).status).toBe(303);
  });

  it('know no disturbance but their own, no unknown user, and take none from a page', async () => {
    expect((await world.disturb({ kind: 'explode', user: 'avery.agent' })).status).toBe(400);
    expect((await world.disturb({ kind: 'lose-network', user: 'nobody' })).status).toBe(404);
    const headers = { origin: 'https://example.com' };
    expect((await world.ask('/_atlas/disturb', { method: 'POST', headers, body: '{}' })).status).toBe(403);
  });

  it('refuse what is no JSON', async () => {
    const refused = await world.ask('/_atlas/disturb', { method: 'POST', body: '{' });
    expect([refused.status, refused.body]).toEqual([400, '{"message":"The body must be JSON"}']);
  });

  it('show nothing more to a user who was taken from the instance, whose contacts go on', async () => {
    const cookie = await signIn('avery.agent');
    world.connect.staff.remove('user', { instanceId, id: 'avery' });
    expect((await world.ask('/ccp-v2/', { headers: { cookie } })).headers['location']).toBe('/login');
    expect(world.connect.people.isSignedIn('avery')).toBe(false);
    await world.call('to-queue');
    expect(world.connect.contacts()[0]?.enqueuedAt).toBeDefined();
  });

  it('are not there for what they do not have', async () => {
    expect((await world.ask('/ccp-v2/softphone')).status).toBe(404);
  });
});
