import fc from 'fast-check';
import { createKeyIndex } from './key-index.ts';
import { compareKeys } from './key-order.ts';
import { listEntries, type ListEntry, type ListQuestion } from './list-entries.ts';

const character = fc.constantFrom('a', 'b', '/', '-', 'é', '\uffee', '😀');
const key = fc.string({ unit: character, minLength: 1, maxLength: 6 });
const keys = fc.uniqueArray(key, { maxLength: 40 }).map((all) => all.toSorted(compareKeys));
const short = fc.string({ unit: character, maxLength: 2 });
const question = fc.record({ prefix: short, delimiter: fc.constantFrom('', '/', 'b', '-/'), after: short });

/** The same, by the words of the user guide and without regard to cost. */
const allEntries = (
  sorted: readonly string[],
  { prefix, delimiter, after }: Omit<ListQuestion, 'most'>,
): ListEntry[] => {
  const entries = new Map<string, ListEntry>();
  for (const name of sorted) {
    if (!name.startsWith(prefix) || compareKeys(name, after) <= 0) continue;
    const at = delimiter === '' ? -1 : name.indexOf(delimiter, prefix.length);
    const group = at < 0 ? name : name.slice(0, at + delimiter.length);
    if (group !== after) entries.set(group, { name: group, isPrefix: at >= 0 });
  }
  return [...entries.values()];
};

describe('the order of keys', () => {
  it('is that of their UTF-8 bytes', () => {
    const codePoint = fc.oneof(
      fc.integer({ min: 1, max: 0xd7ff }),
      fc.integer({ min: 0xe000, max: 0x10ffff }),
    );
    const text = fc.string({ unit: codePoint.map((point) => String.fromCodePoint(point)) });
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(Math.sign(compareKeys(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
      }),
    );
  });
});

describe('the index of keys', () => {
  it('holds what was added and not removed, in order', () => {
    const step = fc.record({ add: fc.boolean(), bucket: fc.constantFrom('one', 'two'), key });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), keys, (steps, first) => {
        const index = createKeyIndex(first.map((name) => ({ bucket: 'one', key: name })));
        const model = { one: new Set(first), two: new Set<string>() };
        for (const { add, bucket, key: name } of steps) {
          index[add ? 'add' : 'remove'](bucket, name);
          model[bucket as 'one'][add ? 'add' : 'delete'](name);
        }
        expect(index.keys('one')).toEqual([...model.one].sort(compareKeys));
        expect(index.keys('two')).toEqual([...model.two].sort(compareKeys));
      }),
    );
  });
});

describe('a list', () => {
  it('holds each key or its common prefix once', () => {
    fc.assert(
      fc.property(keys, question, (sorted, asked) => {
        const { entries, truncated } = listEntries(sorted, { ...asked, most: 1000 });
        expect(entries).toEqual(allEntries(sorted, asked));
        expect(truncated).toBe(false);
      }),
    );
  });

  it('is the same in pages of any size', () => {
    fc.assert(
      fc.property(keys, question, fc.integer({ min: 1, max: 5 }), (sorted, asked, most) => {
        const found: ListEntry[] = [];
        let page = listEntries(sorted, { ...asked, most });
        for (found.push(...page.entries); page.truncated; found.push(...page.entries)) {
          expect(page.entries).toHaveLength(most);
          page = listEntries(sorted, { ...asked, after: found.at(-1)?.name ?? '', most });
        }
        expect(found).toEqual(allEntries(sorted, asked));
      }),
    );
  });
});
