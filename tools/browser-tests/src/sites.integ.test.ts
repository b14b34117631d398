import { request } from 'node:http';
import { chatConfigurationSchema, consoleConfigurationSchema } from '@atlas-engine/web-contracts';
import { browserTests } from './kit/browser-tests.ts';

const tests = browserTests();

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** Node knows names below localhost only where its system does, so the host is said. */
interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const ask = (
  site: 'console' | 'chat',
  path: string,
  { method = 'GET', headers = {} }: Sent = {},
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { port } = tests.system;
    const host = `${site}.localhost:${port}`;
    request({ host: '127.0.0.1', port, method, path, headers: { host, ...headers } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.once('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      );
    })
      .once('error', reject)
      .end();
  });

describe('both sites', () => {
  it.each([
    ['console', consoleConfigurationSchema],
    ['chat', chatConfigurationSchema],
  ] as const)('have a configuration with the ids of this stage: %s', async (site, schema) => {
    const { status, body, headers } = await ask(site, '/config.json');
    expect(status).toBe(200);
    expect(schema.parse(JSON.parse(body))).toMatchObject({ stage: 'local', endpoints: 'local' });
    expect(body).not.toContain('resolve:');
    expect(headers['cache-control']).toBe('public, max-age=300');
  });

  it.each(['console', 'chat'] as const)('keep files with a hash in their name for ever: %s', async (site) => {
    const page = await ask(site, '/');
    const asset = /(?:src|href)="(\/assets\/[^"]+)"/.exec(page.body)?.[1] ?? 'none';
    const { status, headers } = await ask(site, asset, { headers: { 'accept-encoding': 'br' } });
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(headers['content-encoding']).toBe('br');
    const again = await ask(site, asset, { headers: { 'if-none-match': String(headers['etag']) } });
    expect(again.status).toBe(304);
  });

  it.each(['console', 'chat'] as const)('say 404 of what is missing, with all headers: %s', async (site) => {
    const { status, headers } = await ask(site, '/nothing');
    expect(status).toBe(404);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  });

  it('let the stage decide who may frame them', async () => {
    expect((await ask('console', '/')).headers['content-security-policy']).toContain(
      "frame-ancestors 'none'",
    );
    expect((await ask('console', '/')).headers['x-frame-options']).toBe('DENY');
    expect((await ask('chat', '/')).headers['content-security-policy']).toContain('frame-ancestors *');
    expect((await ask('chat', '/loader.js')).headers['cross-origin-resource-policy']).toBe('cross-origin');
  });

  it('refuse to be written to', async () => {
    expect((await ask('chat', '/index.html', { method: 'PUT' })).status).toBe(403);
  });

  it('lead to their APIs by the same origin', async () => {
    const { status, body, headers } = await ask('console', '/api/me/day');
    expect(status).toBe(401);
    expect(body).toContain('Unauthorized');
    expect(headers['x-cache']).toBe('Error from cloudfront');
    expect((await ask('chat', '/api/nothing')).status).toBe(404);
  });
});

describe('in a browser', () => {
  it('the console starts under its policy and asks for a sign-in', async () => {
    const page = await tests.newPage(`${tests.system.console}/`);
    await page.getByRole('heading').first().waitFor();
  });

  it('the chat’s demo page starts under its policy, and the loader puts a launcher on it', async () => {
    const page = await tests.newPage(`${tests.system.chat}/demo.html`);
    await page.getByRole('button', { name: /chat/i }).first().waitFor();
  });

  it('the console refuses to be shown in a page of others', async () => {
    const page = await tests.newPage(`${tests.system.chat}/demo.html`);
    page.problems.allow(/console\.localhost/, /frame/i);
    const shown = await page.evaluate(async (source) => {
      const frame = document.createElement('iframe');
      frame.src = source;
      const loaded = new Promise((resolve) => (frame.onload = resolve));
      document.body.append(frame);
      await loaded;
      return frame.contentDocument !== null;
    }, `${tests.system.console}/`);
    expect(shown).toBe(false);
    const texts = await Promise.all(page.frames().map((frame) => frame.content().catch(() => '')));
    expect(texts.slice(1).join('')).not.toContain('Atlas console');
  });
});
