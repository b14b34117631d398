import type { WireRequest } from '@atlas-engine/aws-wire';
import { createAdminService } from './admin-service.ts';
import { arrangeServices } from './fixtures/arrange-services.ts';

let world: Awaited<ReturnType<typeof arrangeServices>>;
beforeEach(async () => {
  world = await arrangeServices();
});
afterEach(() => world.close());

function arrange(holdForMs?: number) {
  const { clock, services } = world;
  const describe = async () => ({ name: 'atlas' });
  const admin = createAdminService({
    clock,
    services,
    describe,
    ...(holdForMs === undefined ? {} : { holdForMs }),
  });
  const call = async (line: string, body: unknown = '') => {
    const [method = '', path = ''] = line.split(' ');
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const request: WireRequest = {
      method,
      path: `/_atlas/${path}`,
      query: new URLSearchParams(),
      headers: {},
      body: Buffer.from(text),
    };
    const response = await admin.handle(request);
    return { status: response.status, body: JSON.parse(String(response.body)) as Record<string, unknown> };
  };
  return { admin, call };
}
const held = async () => {
  const idle = world.clock.idle().then(() => 'idle' as const);
  const pause = new Promise<'held'>((resolve) => setTimeout(() => resolve('held'), 20));
  return await Promise.race([idle, pause]);
};

describe('the paths of the local cloud', () => {
  it('are those below /_atlas/, which faults spare', () => {
    const { admin } = arrange();
    const request = { path: '/_atlas/status', method: 'GET' } as WireRequest;
    expect(admin.claims?.(request)).toBe(true);
    expect(admin.claims?.({ ...request, path: '/services/data' })).toBe(false);
    expect(admin.faultsApply?.(request)).toBe(false);
    expect(admin.operationOf(request)).toBe('GET /_atlas/status');
  });

  it('tell what runs', async () => {
    const { call } = arrange();
    await expect(call('GET status')).resolves.toEqual({ status: 200, body: { name: 'atlas' } });
    await expect(call('GET contacts')).resolves.toMatchObject({ body: { contacts: [] } });
    await expect(call('GET contacts/none/trace')).resolves.toMatchObject({ status: 404 });
    await expect(call('GET contacts/none/other')).resolves.toMatchObject({ status: 404 });
    await expect(call('GET salesforce/Lead')).resolves.toMatchObject({ body: { records: [] } });
    const { body } = await call('GET memory');
    expect(body).toMatchObject({ functionBytes: 0, processes: 0, totalBytes: body['hostBytes'] });
  });

  it('show and change the speed of time', async () => {
    const { call } = arrange();
    await expect(call('GET clock')).resolves.toMatchObject({
      body: { now: '2026-01-01T00:00:00.000Z', speed: 1 },
    });
    await expect(call('PUT clock', { speed: 'max' })).resolves.toMatchObject({ body: { speed: 'max' } });
    expect(world.clock.speed).toBe(Infinity);
    await expect(call('PUT clock', { speed: 60 })).resolves.toMatchObject({ body: { speed: 60 } });
    for (const wrong of [{ speed: 0 }, { speed: 'fast' }, 'no json']) {
      await expect(call('PUT clock', wrong)).resolves.toMatchObject({ status: 400 });
    }
    expect(world.clock.speed).toBe(60);
  });

  it('give a number a persona, and take it back', async () => {
    const { call } = arrange();
    const number = encodeURIComponent('+12125550150');
    await expect(call(`PUT personas/${number}`, 'busy\n')).resolves.toEqual({
      status: 200,
      body: { persona: 'busy' },
    });
    expect(world.store.collection('connect/personas').get('+12125550150')).toBe('busy');
    await call(`DELETE personas/${number}`);
    expect(world.store.collection('connect/personas').size).toBe(0);
    const { status, body } = await call(`PUT personas/${number}`, 'grumpy');
    expect(status).toBe(400);
    expect(body['message']).toContain('must be one of interested');
  });

  it('refuse what does not exist', async () => {
    const { call } = arrange();
    for (const line of ['GET nothing', 'DELETE clock', 'GET ']) {
      await expect(call(line)).resolves.toEqual({
        status: 404,
        body: { message: 'No such path below /_atlas/' },
      });
    }
    await expect(call('GET salesforce/%')).resolves.toMatchObject({ status: 400 });
  });
});

describe('holds', () => {
  it('keep the clock until they are released', async () => {
    const { call } = arrange();
    const { body } = await call('POST holds');
    await expect(held()).resolves.toBe('held');
    await expect(call(`PUT holds/${String(body['id'])}`)).resolves.toMatchObject({ status: 200, body });
    await expect(call(`DELETE holds/${String(body['id'])}`)).resolves.toMatchObject({ status: 200 });
    await expect(held()).resolves.toBe('idle');
  });

  it('end by themselves, so that a client that died holds nothing', async () => {
    const { call } = arrange(5);
    const { body } = await call('POST holds');
    await world.clock.idle();
    await expect(call(`PUT holds/${String(body['id'])}`)).resolves.toMatchObject({ status: 404 });
  });
});
