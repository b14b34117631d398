import { chromium, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { BrowserError } from './browser-error.ts';
import { requireChromium } from './find-chromium.ts';
import { type Problems, watchProblems } from './problems.ts';

/** A page of its own, with nothing of other pages' storage. */
export interface TestPage extends Page {
  /** What went wrong in it; what a test provokes it allows. */
  readonly problems: Problems;
}

/** A Chromium for the tests of one file. */
export interface TestBrowser {
  /** Opens a page in a context of its own, at an address when one is given. */
  newPage(url?: string, options?: BrowserContextOptions): Promise<TestPage>;
  /** Closes all pages. @throws BrowserError with every problem of theirs that was not allowed */
  closePages(): Promise<void>;
  close(): Promise<void>;
}

/** No network but this machine's, no sandbox of a container's root, a microphone that hums. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-fake-device-for-media-stream',
];

/** How long a test waits for what it expects, in milliseconds. */
const patience = 10_000;

/** Opens Chromium without a window. @throws BrowserError when there is none */
export async function openBrowser(): Promise<TestBrowser> {
  const browser = await chromium.launch({ executablePath: requireChromium(), args });
  const open: { readonly context: BrowserContext; readonly problems: Problems }[] = [];
  return {
    newPage: async (url, options = {}) => {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 800 },
        reducedMotion: 'reduce',
        locale: 'en-US',
        ...options,
      });
      context.setDefaultTimeout(patience);
      const problems = watchProblems(context);
      open.push({ context, problems });
      const page = Object.assign(await context.newPage(), { problems });
      if (url !== undefined) await page.goto(url);
      return page;
    },
    closePages: async () => {
      const closing = open.splice(0);
      await Promise.all(closing.map(({ context }) => context.close()));
      const found = closing.flatMap(({ problems }) => problems.list());
      if (found.length > 0) throw new BrowserError(`The pages had problems:\n${found.join('\n')}`);
    },
    close: () => browser.close(),
  };
}
