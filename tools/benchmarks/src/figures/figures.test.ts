import * as fc from 'fast-check';
import { median, rounded } from './median.ts';
import { grouped, table } from './table.ts';

describe('the median', () => {
  it.each([
    [[3, 1, 2], 2],
    [[4, 1, 3, 2], 2.5],
    [[7], 7],
  ])('of %j is %d', (values, expected) => {
    expect(median(values)).toBe(expected);
  });

  it('of nothing is not a number', () => {
    expect(median([])).toBeNaN();
  });

  it('has as many values below as above, in whatever order they come', () => {
    const values = fc.array(fc.integer(), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(values, (given) => {
        const middle = median(given);
        const below = given.filter((value) => value < middle).length;
        const above = given.filter((value) => value > middle).length;
        return below <= given.length / 2 && above <= given.length / 2;
      }),
    );
  });
});

describe('a figure', () => {
  it('is rounded', () => {
    expect(rounded(1.2345, 2)).toBe(1.23);
  });

  it.each([
    [7, '7'],
    [1234, '1 234'],
    [1234567, '1 234 567'],
  ])('of %d is written %s', (value, expected) => {
    expect(grouped(value)).toBe(expected);
  });
});

describe('a table', () => {
  it('aligns its columns', () => {
    expect(
      table(
        ['name', 'ms'],
        [
          ['a-long-name', '1.5'],
          ['b', '12.5'],
        ],
      ),
    ).toBe(['name           ms', 'a-long-name   1.5', 'b            12.5'].join('\n'));
  });
});
