import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { adminOf } from './admin.ts';

const block = { at: '2026-11-21T17:00:00.000Z', flow: 'Outbound', block: 'Greet', branch: 'next' };

/** A local cloud's clock and holds, and what was asked of them. */
async function createCloud() {
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      asked.push(`${request.method} ${request.url} ${Buffer.concat(chunks).toString()}`.trim());
      const isKnown = request.url?.includes('broken') === false;
      response.statusCode = isKnown ? 200 : 400;
      response.end(
        JSON.stringify({ now: '2026-11-21T17:00:00.000Z', speed: 'max', id: 'hold-1', blocks: [block] }),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    asked,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

describe('adminOf', () => {
  it('reads and sets the clock, and holds it', async () => {
    const cloud = await createCloud();
    const admin = adminOf(cloud.url);
    expect(await admin.now()).toBe(Date.UTC(2026, 10, 21, 17));
    expect(await admin.speed()).toBe('max');
    await admin.setSpeed(Infinity);
    await admin.setSpeed(60);
    await (await admin.hold()).release();
    expect(cloud.asked).toEqual([
      'GET /_atlas/clock',
      'GET /_atlas/clock',
      'PUT /_atlas/clock {"speed":"max"}',
      'PUT /_atlas/clock {"speed":60}',
      'POST /_atlas/holds',
      'DELETE /_atlas/holds/hold-1',
    ]);
    await cloud.close();
  });

  it('reads the way of a contact', async () => {
    const cloud = await createCloud();
    expect(await adminOf(cloud.url).trace('contact/1')).toEqual([block]);
    expect(cloud.asked).toEqual(['GET /_atlas/contacts/contact%2F1/trace']);
    await cloud.close();
  });

  it('says so when the cloud is gone or refuses', async () => {
    const cloud = await createCloud();
    await expect(adminOf(`${cloud.url}/broken`).now()).rejects.toThrow('GET clock by 400');
    await cloud.close();
    await expect(adminOf(cloud.url).now()).rejects.toThrow('does not answer');
  });
});
