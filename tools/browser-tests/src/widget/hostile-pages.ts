import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type BrowserTests, expectAccessible } from '../index.ts';
import { openChat } from './chat.ts';

/** Pages of another origin that show the chat. */
export function hostilePages(tests: BrowserTests): void {
  let server: Server;
  const host = () => `http://evil.localhost:${(server.address() as AddressInfo).port}`;

  beforeAll(async () => {
    server = createServer((_, response) => {
      const tag = `<script src="${tests.system.chat}/loader.js" data-label="Chat with Sunny Roofs"></script>`;
      response.setHeader('content-type', 'text/html');
      response.end(
        `<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>x</title><body><main>${tag}`,
      );
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(() => server.close());

  /** A page with the chat, whose configuration allows only `allowedParents`. */
  const embedding = async (allowedParents: readonly string[]) => {
    const view = await tests.newPage();
    // The browser wants an icon of what is no page.
    view.problems.allow(/favicon/);
    const given = await view.goto(`${tests.system.chat}/config.json`);
    const configuration = (await given?.json()) as object;
    await view.route('**/config.json', (route) =>
      route.fulfill({ json: { ...configuration, allowedParents } }),
    );
    await view.goto(host());
    return view;
  };

  describe('a hostile page', () => {
    it('that is not allowed sees a chat that says so, and learns it', async () => {
      const view = await embedding(['https://shop.example.com']);
      view.problems.allow(/may not show this chat/);
      const code = view.evaluate('AtlasChat.chat.then((chat) => chat.open()).catch(({ code }) => code)');
      await view.frameLocator('iframe').getByText('This page may not show the chat.').waitFor();
      expect(await code).toBe('not-allowed');
      await expectAccessible(view);
    });

    it('cannot speak in the name of the page, nor of the chat', async () => {
      const view = await embedding([host()]);
      const chat = await openChat(view);
      // To the frame, as anybody can: a second introduction, a call without the port.
      await view.evaluate(`{
      const { contentWindow } = document.querySelector('[data-atlas-chat], div').shadowRoot.querySelector('iframe');
      const { port1, port2 } = new MessageChannel();
      window.answers = [];
      port1.onmessage = ({ data }) => window.answers.push(data);
      contentWindow.postMessage({ type: 'atlas-chat/1', options: {}, tokens: {} }, '*', [port2]);
      port1.postMessage({ id: 1, call: 'send', args: ['forged'] });
      contentWindow.postMessage({ id: 1, call: 'send', args: ['forged'] }, '*');
      window.postMessage({ event: 'close', detail: {} }, '*');
      window.postMessage({ id: 0, error: { code: 'destroyed', message: 'forged' } }, '*');
    }`);
      await chat.say('help');
      await chat.line(/arrange|call/).waitFor();
      expect(await chat.within.getByText('forged').count()).toBe(0);
      expect(await view.evaluate('window.answers')).toEqual([]);
      expect(await view.locator('iframe').isVisible()).toBe(true);
    });

    it('has its options named when they are wrong', async () => {
      const view = await embedding(['*']);
      const problem = await view.evaluate(
        "(() => { try { AtlasChat.create({ position: 'left' }) } catch ({ message }) { return message } })()",
      );
      expect(problem).toBe('atlas-chat: "position" is "left"; allowed: start, end');
    });
  });
}
