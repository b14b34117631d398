import type { TestPage } from '@atlas-engine/browser-tests';
import { BenchmarkError } from '../../benchmark.ts';

const patience = 20_000;

/**
 * Waits until an expression holds in the page. Playwright's own `waitForFunction` evaluates a text within the page, which the
 * policy of our pages forbids.
 *
 * @throws BenchmarkError when it does not hold in 20 seconds
 */
export async function until(page: TestPage, expression: string): Promise<void> {
  const end = performance.now() + patience;
  while (!(await page.evaluate<boolean>(expression))) {
    if (performance.now() > end) throw new BenchmarkError(`The page never came to: ${expression}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
