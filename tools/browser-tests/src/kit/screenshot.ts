import { join } from 'node:path';
import type { Page } from 'playwright-core';

const root = join(import.meta.dirname, '../../../..');

/** Where a picture goes: into the documents when `ATLAS_SCREENSHOTS` is 1, so that a test run leaves the tree as it is. */
export const screenshotFile = (name: string, environment: NodeJS.ProcessEnv = process.env): string =>
  environment['ATLAS_SCREENSHOTS'] === '1'
    ? join(root, 'docs/screens', `${name}.png`)
    : join(root, 'tools/browser-tests/test-results/screens', `${name}.png`);

/** Takes a picture of what is to be seen of a page. `name` is `area/screen`, e.g. `console/contact`. */
export async function screenshot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: screenshotFile(name), animations: 'disabled', caret: 'hide' });
}
