import type { BrowserContextOptions } from 'playwright-core';
import { openBrowser, type TestBrowser, type TestPage } from './browser.ts';
import { startSystem, type System, type SystemOptions } from './system.ts';

/** What the browser tests of one file share. */
export interface BrowserTests {
  /** Of use within tests and hooks only. */
  readonly system: System;
  /** Opens a page; the test fails at its end when the page had problems. */
  newPage(url?: string, options?: BrowserContextOptions): Promise<TestPage>;
}

const slowest = 60_000;

/**
 * Gives the tests of a file one system and one browser, and fails each test whose pages had console errors or failed
 * requests. Call it once, at the top of the file.
 */
export function browserTests(options: SystemOptions = {}): BrowserTests {
  let system: System | undefined;
  let browser: TestBrowser | undefined;
  const running = <T>(one: T | undefined): T => {
    if (one === undefined) throw new ReferenceError('the system runs within tests and hooks only');
    return one;
  };
  jest.setTimeout(slowest);
  beforeAll(async () => {
    [system, browser] = await Promise.all([startSystem(options), openBrowser()]);
  });
  afterEach(async () => browser?.closePages());
  afterAll(async () => {
    await browser?.close();
    await system?.close();
  });
  return {
    get system() {
      return running(system);
    },
    newPage: (url, pageOptions) => running(browser).newPage(url, pageOptions),
  };
}
