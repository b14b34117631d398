import { chromium, type Browser, type Page } from 'playwright-core';
import { type CcpWorld, serveCcp } from './testing/ccp-world.ts';
import { embeddingPage } from './testing/embedding-page.ts';

const host = 'console.localhost';
const launching = {
  executablePath: process.env['ATLAS_CHROMIUM'] ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

describe('the unmodified streams library with the simulated panel', () => {
  let browser: Browser;
  let world: CcpWorld;
  let page: Page;
  let problems: string[];

  beforeAll(async () => {
    browser = await chromium.launch(launching);
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    world = await serveCcp(embeddingPage(host));
    problems = [];
    page = await (await browser.newContext()).newPage();
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    page.on('pageerror', (error) => problems.push(error.message));
  });
  afterEach(async () => {
    await page.context().close();
    await world.close();
  });

  const run = <T>(code: string): Promise<T> => page.evaluate<T>(code);
  const become = (code: string) => page.waitForFunction(code);
  const start = async (user = 'avery.agent') => {
    await page.goto(`http://${host}:${world.port}/`);
    await run(`window.user = ${JSON.stringify(user)}; start('${world.panelUrl}')`);
  };

  it('starts', async () => {
    await start();
    await become(`told.includes('agent.init')`);
    console.log(await run('JSON.stringify([told, state(), agent.getConfiguration().name])'), problems);
    expect(problems).toEqual([]);
  });
});
