import axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';
import { BrowserError } from './browser-error.ts';

export interface AccessibilityOptions {
  /** Frames that are not ours, by their address: the control panel of Amazon Connect by default. */
  readonly ignoreFrames?: RegExp;
}

/** WCAG 2.2 AA, as axe names its parts. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
}

/** Runs in the frame, by the browser's debugger: no content security policy is in its way. */
const check = `${axe.source};axe.run(document, { iframes: false, resultTypes: ['violations'], runOnly: ${JSON.stringify(tags)} })
  .then(({ violations }) => violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map(({ target, failureSummary }) => ({ target, failureSummary })) })))`;

const violationsIn = async (frame: Frame): Promise<readonly string[]> => {
  const violations = await frame.evaluate<readonly Violation[]>(check);
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes.map(({ target, failureSummary = '' }) => `  ${target.join(' ')}: ${failureSummary.replaceAll(/\s+/g, ' ')}`).join('\n')}`,
  );
};

/** Expects that axe finds no violation of WCAG 2.2 AA, in the page and in its frames. @throws BrowserError naming each */
export async function expectAccessible(page: Page, options: AccessibilityOptions = {}): Promise<void> {
  const { ignoreFrames = /\/ccp-v2\// } = options;
  const frames = page
    .frames()
    .filter((frame) => frame.url() !== 'about:blank' && !ignoreFrames.test(frame.url()));
  const found: string[] = [];
  for (const frame of frames) found.push(...(await violationsIn(frame)));
  if (found.length > 0) throw new BrowserError(`axe found ${found.length} violations:\n${found.join('\n')}`);
}
