import { openBrowser, startSystem } from '@atlas-engine/browser-tests';
import type { Benchmark } from '../benchmark.ts';
import { buildFunctions } from '../build-functions.ts';
import { wholeNumber } from '../options.ts';
import { consoleFigures, consoleTable } from './console/console-figures.ts';
import { measureConsole } from './console/measure-console.ts';
import { measurePeer } from './widget/measure-peer.ts';
import { measureWidget } from './widget/measure-widget.ts';
import { overBudgetOf, widgetFigures, widgetTable } from './widget/widget-figures.ts';

/** How heavy and how quick the pages are, each beside what it is compared with. */
export const webBenchmark: Benchmark = {
  name: 'web',
  about: 'the pages in Chromium: bytes, time to ready, from an offer to its panel, memory',
  options: [{ name: 'rounds', value: 'N', about: 'loads of each page; the median counts', fallback: '9' }],
  async run(values, surroundings) {
    const rounds = wholeNumber('--rounds', values['rounds'], { min: 1, max: 100 });
    buildFunctions(surroundings, 'all');
    const { workspace, note } = surroundings;
    const [system, browser] = await Promise.all([startSystem(), openBrowser()]);
    try {
      note(`Loading the console and a bare page ${String(rounds)} times each`);
      const measured = await measureConsole({ system, browser, workspace, rounds });
      const console = consoleFigures(measured);
      note(`Opening the chat ${String(rounds)} times`);
      const widget = widgetFigures(await measureWidget({ system, browser, workspace, rounds }));
      note('Fetching the reference widget to compare with');
      const peer = await measurePeer(browser);
      return {
        figures: { console, widget, peer },
        table: `${consoleTable(console)}\n\n${widgetTable(widget, peer)}`,
        overBudget: overBudgetOf(widget),
      };
    } finally {
      await browser.close();
      await system.close();
    }
  },
};
