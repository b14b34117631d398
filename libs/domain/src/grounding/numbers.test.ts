import { numbersClaimed, numbersGrounded } from './numbers.ts';

describe('numbersClaimed', () => {
  it.each([
    ['no number', []],
    ['one of them', []],
    ['25 panels', [25]],
    ['twenty-five panels', [25]],
    ['at ten thirty', [10, 30]],
    ['at 10:30', [10, 30]],
    ['at 15:00', [15]],
    ['the 3rd of May', [3]],
    ['$1,000 or 1.000 or 12.50', [1000, 1000, 12.5]],
    ['one hundred and five', [105]],
    ['two thousand five hundred', [2500]],
    ['three million', [3_000_000]],
    ['a hundred', [100]],
    ['five and then six', [5, 6]],
    ['twenty ten', [20, 10]],
    ['ten five', [10, 5]],
    ['one two', [1, 2]],
    ['treinta y cinco', [35]],
    ['dos mil quinientos', [2500]],
    ['veinti\u00fan, veintid\u00f3s', [22]],
    ['ciento veinte', [120]],
    ['cinco y medio', [5]],
    ['constructor of a toString', []],
  ])('finds in "%s" %j', (text, numbers) => {
    expect(numbersClaimed(text)).toEqual(numbers);
  });
});

describe('numbersGrounded', () => {
  it('holds numbers, their parts and the hours of the afternoon', () => {
    const grounded = numbersGrounded('Twenty five panels, one roof, at 3 p.m.');
    expect([25, 20, 5, 1, 3, 15].every((value) => grounded.has(value))).toBe(true);
    expect([2, 4, 30].some((value) => grounded.has(value))).toBe(false);
    expect(numbersGrounded('at 3').has(15)).toBe(false);
  });
});
