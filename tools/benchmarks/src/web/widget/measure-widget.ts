import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { System, TestBrowser } from '@atlas-engine/browser-tests';
import { BenchmarkError } from '../../benchmark.ts';
import type { WidgetMeasurements } from './widget-figures.ts';

export interface WidgetMeasuring {
  readonly system: System;
  readonly browser: TestBrowser;
  readonly workspace: string;
  readonly rounds: number;
}

/** Adds up the tasks longer than 50 ms of each frame. */
const observer = `
  window.longTasks = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.longTasks += duration;
  }).observe({ type: 'longtask', buffered: true });`;

/** Opens the chat, asks, and gives the milliseconds until the answer. */
const firstAnswer = `
(async () => {
  const chat = await AtlasChat.chat;
  const begun = performance.now();
  await chat.open();
  await chat.send('help');
  return performance.now() - begun;
})()`;

/** Measures the chat as a customer has it who was never there before, on a page that shows the button. */
export async function measureWidget({
  system,
  browser,
  workspace,
  rounds,
}: WidgetMeasuring): Promise<WidgetMeasurements> {
  const dist = join(workspace, 'apps/web/lex-web-ui/dist');
  const times: number[] = [];
  const longTasks: number[] = [];
  let loaded: ReadonlySet<string> = new Set();
  for (let round = 0; round < rounds; round += 1) {
    const page = await browser.newPage();
    const paths = new Set<string>();
    page.on('response', (answer) => {
      const url = new URL(answer.url());
      if (url.origin === system.chat && !/demo|favicon/.test(url.pathname)) paths.add(url.pathname);
    });
    await page.context().addInitScript(observer);
    await page.goto(`${system.chat}/demo.html`);
    times.push(await page.evaluate<number>(firstAnswer));
    const tasks = page.frames().map((frame) => frame.evaluate<number>('window.longTasks'));
    longTasks.push((await Promise.all(tasks)).reduce((sum, each) => sum + each, 0));
    loaded = paths;
    await page.context().close();
  }
  return {
    loaderBytes: gzipped(dist, 'loader.js'),
    firstAnswerBytes: [...loaded].reduce((sum, path) => sum + gzipped(dist, path), 0),
    voiceBytes: chunks(dist, /^(voice|capture-worklet)-/),
    liveChatBytes: chunks(dist, /^join-chat-/),
    firstAnswer: times,
    longTasks,
  };
}

/** Bytes of a file; what the deployment writes, `config.json`, is not in the build and counts nothing. */
const gzipped = (dist: string, path: string): number =>
  path.endsWith('/config.json') ? 0 : gzipSync(readFileSync(join(dist, path)), { level: 9 }).length;

function chunks(dist: string, name: RegExp): number {
  const files = readdirSync(join(dist, 'assets')).filter((file) => name.test(file));
  if (files.length === 0) throw new BenchmarkError(`The chat's build has no file ${name.source}.`);
  return files.reduce((sum, file) => sum + gzipped(dist, join('assets', file)), 0);
}
