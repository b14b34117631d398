import { UsageError } from '@atlas-engine/command-line';
import { wholeNumber, wholeNumbers } from './options.ts';

const bounds = { min: 1, max: 2000 };

describe('a whole number', () => {
  it.each([
    ['1', 1],
    ['2000', 2000],
  ])('is read from %s', (text, expected) => {
    expect(wholeNumber('--rounds', text, bounds)).toBe(expected);
  });

  it.each(['0', '2001', '-1', '1.5', '1e3', '', 'many', undefined])('is not read from %j', (text) => {
    expect(() => wholeNumber('--rounds', text, bounds)).toThrow(UsageError);
    expect(() => wholeNumber('--rounds', text, bounds)).toThrow('between 1 and 2000');
  });
});

describe('a list of whole numbers', () => {
  it('is apart by commas', () => {
    expect(wholeNumbers('--leads', '1, 10,100', bounds)).toEqual([1, 10, 100]);
  });

  it('names the one that is wrong', () => {
    expect(() => wholeNumbers('--leads', '1,x', bounds)).toThrow('--leads: "x" is not a whole number');
  });
});
