import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { type CcpWorld, serveCcp } from './ccp-world.ts';
import { embeddingPage } from './embedding-page.ts';

const host = 'console.localhost';
const quiet = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync'],
];

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env['ATLAS_CHROMIUM'] ?? '/usr/bin/chromium', args: quiet });

/** An agent's browser on a page that embeds the panel with the unmodified library. */
export interface AgentBrowser {
  readonly world: CcpWorld;
  readonly page: Page;
  readonly context: BrowserContext;
  /** Console errors and exceptions of every page so far. */
  readonly problems: readonly string[];
  /** Opens the page and starts the library; signs in when it is given a user. */
  start(user?: string): Promise<void>;
  /** Starts, and waits until the agent is available. */
  available(): Promise<void>;
  /** Is offered a call, and accepts it. */
  talking(attributes?: Readonly<Record<string, string>>): Promise<void>;
  run<T>(code: string): Promise<T>;
  /** Waits until code in the page is true. */
  become(code: string): Promise<void>;
  /** What came of a call of the library with callbacks. */
  outcome(call: string): Promise<{ readonly ok?: unknown; readonly failed?: string }>;
  close(): Promise<void>;
}

export async function openAgentBrowser(browser: Browser): Promise<AgentBrowser> {
  const world = await serveCcp(embeddingPage(host));
  const context = await browser.newContext();
  const problems: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  context.on('weberror', (error) => problems.push(error.error().message));
  const page = await context.newPage();
  page.setDefaultTimeout(8000);
  const run = <T>(code: string): Promise<T> => page.evaluate<T>(code);
  const become = async (code: string): Promise<void> => {
    await page.waitForFunction(code, undefined, { polling: 20 });
  };
  const outcome: AgentBrowser['outcome'] = (call) => run(`outcome((callbacks) => ${call})`);
  const opened: AgentBrowser = {
    world,
    page,
    context,
    problems,
    run,
    become,
    outcome,
    async start(user = '') {
      await page.goto(`http://${host}:${world.port}/`);
      await run(`window.user = ${JSON.stringify(user)}; start('${world.panelUrl}')`);
    },
    async available() {
      await opened.start('avery.agent');
      await become(`told.includes('agent.init')`);
      await outcome(
        `agent.setState(agent.getAgentStates().find((each) => each.name === 'Available'), callbacks)`,
      );
      await become(`state() === 'Available/routable'`);
    },
    async talking(attributes = {}) {
      await opened.available();
      await world.call('to-queue', attributes);
      await become(`state() === 'PendingBusy/system'`);
      await outcome('contact.accept(callbacks)');
      await become(`state() === 'Busy/system'`);
    },
    async close() {
      await context.close();
      await world.close();
    },
  };
  return opened;
}
