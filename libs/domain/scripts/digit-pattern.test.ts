import fc from 'fast-check';
import { compileDigitPattern, type DigitPattern } from './digit-pattern.ts';

const begins = (source: string, digits: string): boolean => {
  let pattern: DigitPattern | undefined = compileDigitPattern(source);
  for (const digit of digits) pattern = pattern?.after(Number(digit));
  return pattern !== undefined;
};

describe('a digit pattern', () => {
  it('follows every number that the expression accepts', () => {
    const sources = fc.constantFrom(
      '8(?:0[02-4]|1\\d?)\\d{3}',
      '[1-357-9]\\d{2,4}',
      '(?:12|1[34]){2}5?|9',
      '0{1,3}7',
    );
    fc.assert(
      fc.property(sources, (source) => {
        const numbers = fc.sample(fc.stringMatching(new RegExp(`^(?:${source})$`)), 20);
        expect(numbers.every((number) => begins(source, number))).toBe(true);
      }),
    );
  });

  it.each([
    ['8(?:0[02-4])\\d', '80', true],
    ['8(?:0[02-4])\\d', '801', false],
    ['8(?:0[02-4])\\d', '80333', false],
    ['1{2,3}', '111', true],
    ['1{2,3}', '1111', false],
    ['12?3', '13', true],
    ['12?3', '122', false],
  ])('%s begins with %s: %p', (source, digits, expected) => {
    expect(begins(source, digits)).toBe(expected);
  });

  it.each(['1*', '(1', '1)', '[1', 'a', '1+', '(?=1)', '.'])('refuses %s', (source) => {
    expect(() => compileDigitPattern(source)).toThrow('Cannot read the pattern');
  });
});
