import fc from 'fast-check';
import { smallestTable, type PrefixTable } from './prefix-trie.ts';

const valueOf = (table: PrefixTable, number: string, absent: string): string => {
  for (let length = number.length; length >= 0; length -= 1) {
    const value = table.get(number.slice(0, length));
    if (value !== undefined) return value;
  }
  return absent;
};

describe('smallestTable', () => {
  it('gives every number the value that the given table gives, with no more entries', () => {
    const prefixes = fc.stringMatching(/^[0-3]{0,4}$/);
    const tables = fc.uniqueArray(fc.tuple(prefixes, fc.constantFrom('a', 'b', 'absent')), {
      selector: ([prefix]) => prefix,
      maxLength: 30,
    });
    const numbers = fc.array(fc.stringMatching(/^[0-4]{0,6}$/), { minLength: 20, maxLength: 20 });
    fc.assert(
      fc.property(tables, numbers, (entries, asked) => {
        const table = new Map(entries);
        const smallest = smallestTable(table, 'absent');
        for (const number of asked.map((digits) => digits.padEnd(5, '0'))) {
          expect(valueOf(smallest, number, 'absent')).toBe(valueOf(table, number, 'absent'));
        }
        expect(smallest.size).toBeLessThanOrEqual(table.size);
      }),
      { numRuns: 300 },
    );
  });

  it('turns most of the branches into one entry', () => {
    const branches = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'].map(
      (digit) => [digit, digit === '5' ? 'b' : 'a'] as const,
    );
    expect([...smallestTable(new Map(branches), '')]).toEqual([
      ['', 'a'],
      ['5', 'b'],
    ]);
  });
});
