import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import {
  controlPanelHost,
  signInAgent,
  type System,
  type TestBrowser,
  type TestPage,
} from '@atlas-engine/browser-tests';
import { BenchmarkError } from '../../benchmark.ts';
import type { ConsoleMeasurements } from './console-figures.ts';
import { bareReady, loadedScripts, observer } from './in-page.ts';
import { takeContacts } from './take-contacts.ts';
import { until } from './until.ts';

export interface ConsoleMeasuring {
  readonly system: System;
  readonly browser: TestBrowser;
  readonly workspace: string;
  readonly rounds: number;
}

/** Measures the console as an agent has it who is signed in, beside a bare page in the same browser. */
export async function measureConsole(measuring: ConsoleMeasuring): Promise<ConsoleMeasurements> {
  const { system, browser, workspace, rounds } = measuring;
  const page = await browser.newPage();
  page.problems.allow(/./);
  await page.context().addInitScript(observer);
  await page.goto(`${system.console}/`);
  await signInAgent(page, 'avery.agent');
  const scripts = await afterLoad(page, system).then(() => page.evaluate<string[]>(loadedScripts));
  const streams = scripts.find((path) => path.includes('connect-streams'));
  if (streams === undefined) throw new BenchmarkError('The console loads no script of streams.');
  const bare = await page.context().newPage();
  const ready: number[] = [];
  const bareTimes: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    // Turn by turn, so that what else the machine does meets both alike.
    ready.push(await afterLoad(page, system));
    await bare.goto(`${system.console}/config.json`);
    bareTimes.push(await bare.evaluate<number>(bareReady(streams, panelOf(system))));
    await bare.goto('about:blank');
  }
  // A page behind another is painted once a second.
  await bare.close();
  await page.bringToFront();
  const { offers, heapBytes } = await takeContacts(page, 200);
  await browser.closePages();
  return {
    firstLoadBytes: scripts.reduce((sum, path) => sum + gzipped(workspace, path), 0),
    ready,
    bareReady: bareTimes,
    offerToPanel: offers,
    heapBytes,
  };
}

const panelOf = (system: System): string => `http://${controlPanelHost(system)}/ccp-v2/`;

const gzipped = (workspace: string, path: string): number =>
  gzipSync(readFileSync(join(workspace, 'apps/web/ccp/dist', path)), { level: 9 }).length;

/** Loads the console anew; gives the milliseconds until it was ready. */
async function afterLoad(page: TestPage, system: System): Promise<number> {
  await page.goto(`${system.console}/`);
  await until(page, 'window.atlasSeen?.ready !== undefined');
  return await page.evaluate<number>('window.atlasSeen.ready');
}
