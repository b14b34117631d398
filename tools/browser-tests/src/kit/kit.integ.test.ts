import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expectAccessible } from './accessibility.ts';
import { openBrowser, type TestBrowser } from './browser.ts';

const pages: Readonly<Record<string, string>> = {
  '/': '<!doctype html><html lang="en"><title>Good</title><main><h1>Hello</h1></main><link rel="icon" href="data:,">',
  '/bad':
    '<!doctype html><html lang="en"><title>Bad</title><main><h1>Hello</h1><img src="data:,"></main><link rel="icon" href="data:,">',
  '/script.js': 'console.error("from a script"); throw new Error("thrown");',
};
const policy = "default-src 'none'; script-src 'self'; img-src data:; frame-src 'self'";

let server: Server;
let browser: TestBrowser;
let url: string;
beforeAll(async () => {
  server = createServer(({ url: path = '/' }, response) => {
    const page = pages[path];
    response.writeHead(page === undefined ? 404 : 200, {
      'content-type': path.endsWith('.js') ? 'text/javascript' : 'text/html',
      'content-security-policy': policy,
    });
    response.end(page ?? 'nothing');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://page.localhost:${(server.address() as AddressInfo).port}`;
  browser = await openBrowser();
}, 30_000);
afterAll(async () => {
  await browser.close();
  server.close();
});

describe('pages', () => {
  it('without problems close quietly, at any name below localhost', async () => {
    const page = await browser.newPage(`${url}/`);
    await expect(page.title()).resolves.toBe('Good');
    await expect(browser.closePages()).resolves.toBeUndefined();
  });

  it('fail with what their consoles, scripts and requests say', async () => {
    const page = await browser.newPage(`${url}/`);
    const load = (path: string) =>
      page.evaluate(async (source) => {
        const script = document.createElement('script');
        script.src = source;
        const loaded = new Promise((resolve) => (script.onload = script.onerror = resolve));
        document.body.append(script);
        await loaded;
      }, path);
    await load('/script.js');
    await load('/missing.js?token=secret');
    const failure = await browser.closePages().catch((error: unknown) => String(error));
    for (const part of ['console: from a script', 'exception: thrown', `GET ${url}/missing.js: 404`])
      expect(failure).toContain(part);
    expect(failure).not.toContain('secret');
  });

  it('may have the problems that a test provokes', async () => {
    const page = await browser.newPage(`${url}/`);
    page.problems.allow(/missing\.js/, /404/);
    await page.evaluate(() => fetch('/missing.js').catch(() => undefined)).catch(() => undefined);
    page.problems.allow(/Content Security Policy|connect-src/i);
    await expect(browser.closePages()).resolves.toBeUndefined();
  });
});

describe('accessibility', () => {
  it('is checked in spite of a strict content security policy', async () => {
    await expectAccessible(await browser.newPage(`${url}/`));
    await browser.closePages();
  });

  it('fails with each violation and its place', async () => {
    const page = await browser.newPage(`${url}/bad`);
    page.problems.allow(/./);
    await expect(expectAccessible(page)).rejects.toThrow(/image-alt: .*\n {2}img: /);
    await browser.closePages();
  });

  it('is checked in frames, but in those that are not ours', async () => {
    const page = await browser.newPage(`${url}/`);
    page.problems.allow(/./);
    await page.evaluate(async () => {
      const frame = document.createElement('iframe');
      frame.title = 'Frame';
      frame.src = '/bad';
      const loaded = new Promise((resolve) => (frame.onload = resolve));
      document.querySelector('main')?.append(frame);
      await loaded;
    });
    await expect(expectAccessible(page)).rejects.toThrow('image-alt');
    await expect(expectAccessible(page, { ignoreFrames: /bad/ })).resolves.toBeUndefined();
    await browser.closePages();
  });
});
