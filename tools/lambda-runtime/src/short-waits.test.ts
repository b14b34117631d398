import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';

/** Runs the bootstrap's file in a context of its own, where it may replace the timer. */
function shortened(divisor: number): (delay: number) => number {
  const delays: number[] = [];
  const source = readFileSync(join(__dirname, 'bootstrap/short-waits.mjs'), 'utf8').replace('export ', '');
  const world = { setTimeout: (_: unknown, delay: number) => delays.push(delay) } as Record<string, unknown>;
  world['globalThis'] = world;
  runInNewContext(`${source}; shortenWaits(${divisor});`, world);
  return (delay) => {
    (world['setTimeout'] as (action: () => void, delay: number) => void)(() => undefined, delay);
    return delays.at(-1) ?? NaN;
  };
}

describe('shortened waits', () => {
  it.each([
    [19, 19],
    [20, 2],
    [500, 50],
    [999, 99.9],
    [1000, 1000],
    [5000, 5000],
  ])('make a wait of %i ms one of %f ms, and leave time-outs alone', (delay, expected) => {
    expect(shortened(10)(delay)).toBe(expected);
  });
});
