import type { TestPage } from '@atlas-engine/browser-tests';
import { BenchmarkError } from '../../benchmark.ts';
import { tell } from './in-page.ts';
import { until } from './until.ts';

/**
 * Offers so many contacts one after another, by the messages that the panel sends; each is connected, ends, and goes. Our server
 * is left out: it would be measured with them.
 *
 * @returns milliseconds from each offer to its panel, and the bytes of the heap at the end, garbage collected
 */
export async function takeContacts(
  page: TestPage,
  count: number,
): Promise<{ readonly offers: readonly number[]; readonly heapBytes: number }> {
  await page.route('**/api/contacts/**', (route) =>
    route.fulfill({ status: 404, contentType: 'application/json', body: '{}' }),
  );
  const frame = page.frames().find((each) => each.url().includes('/ccp-v2'));
  if (frame === undefined) throw new BenchmarkError('The console embeds no panel.');
  const update = await page.evaluate<unknown>('window.atlasSeen.update');
  for (let number = 1; number <= count; number += 1) {
    const id = `contact-${String(number)}`;
    await frame.evaluate(tell(update, { id, state: 'connecting' }));
    await until(page, `window.atlasSeen.offers.length === ${String(number)}`);
    await frame.evaluate(tell(update, { id, state: 'connected' }));
    await frame.evaluate(tell(update, { id, state: 'ended' }));
    await frame.evaluate(tell(update, undefined));
    await until(page, `document.querySelector('.quiet') !== null`);
  }
  const offers = await page.evaluate<number[]>('window.atlasSeen.offers');
  return { offers, heapBytes: await heapBytesOf(page) };
}

async function heapBytesOf(page: TestPage): Promise<number> {
  const inspector = await page.context().newCDPSession(page);
  await inspector.send('HeapProfiler.collectGarbage');
  await inspector.send('HeapProfiler.collectGarbage');
  const { usedSize } = await inspector.send('Runtime.getHeapUsage');
  await inspector.detach();
  return usedSize;
}
