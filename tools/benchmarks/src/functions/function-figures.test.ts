import { bundleFigures, overBudget, printFunctions, type FunctionsFigures } from './function-figures.ts';

const floorMs = 20;
const naive = bundleFigures(1_700_000, 90, floorMs);
const figures: FunctionsFigures = {
  floorMs,
  functions: [
    { name: 'light', ...bundleFigures(400_000, 60, floorMs), naive },
    { name: 'heavy', ...bundleFigures(900_000, 60.4, floorMs), naive },
  ],
};

describe('the figures of a bundle', () => {
  it('set init time against the floor', () => {
    expect(bundleFigures(400_000, 51.26, floorMs)).toEqual({
      bytes: 400_000,
      initMs: 51.3,
      timesFloor: 2.56,
    });
  });
});

describe('the budget', () => {
  it('is kept at three times the floor and broken above it', () => {
    expect(overBudget(figures)).toEqual(["heavy: init takes 3.02 times an empty handler's, the budget is 3"]);
  });

  it('does not count for naive bundles', () => {
    expect(overBudget({ floorMs, functions: figures.functions.slice(0, 1) })).toEqual([]);
  });
});

describe('the table of functions', () => {
  it('has the floor and a line for each', () => {
    expect(printFunctions(figures).split('\n')).toEqual([
      'function           bytes  init ms  ÷ floor  naive bytes  init ms  ÷ floor',
      '(empty handler)              20.0     1.00',
      'light            400 000     60.0     3.00    1 700 000     90.0     4.50',
      'heavy            900 000     60.4     3.02    1 700 000     90.0     4.50',
    ]);
  });
});
