import * as fc from 'fast-check';
import type { Item } from './item-storage.ts';
import { marshalItem, marshalValue, unmarshalItem } from './marshal.ts';

describe('marshalItem', () => {
  it('writes JSON as DynamoDB does', () => {
    expect(marshalItem({ a: 'x', b: 1.5, c: true, d: null, e: ['y', { f: 2 }], g: undefined })).toEqual({
      a: { S: 'x' },
      b: { N: '1.5' },
      c: { BOOL: true },
      d: { NULL: true },
      e: { L: [{ S: 'y' }, { M: { f: { N: '2' } } }] },
    });
  });

  it('loses nothing on the way there and back', () => {
    const json = fc.jsonValue({ noUnicodeString: false });
    fc.assert(
      fc.property(fc.dictionary(fc.string({ minLength: 1 }), json, { noNullPrototype: true }), (item) => {
        const plain = JSON.parse(JSON.stringify(item)) as Item;
        expect(unmarshalItem(marshalItem(plain))).toEqual(plain);
      }),
    );
  });

  it('keeps a name that an object has a meaning for', () => {
    const item = JSON.parse('{"__proto__":{"a":1},"constructor":"x"}') as Item;
    expect(JSON.stringify(unmarshalItem(marshalItem(item)))).toBe(JSON.stringify(item));
  });

  it.each([NaN, Infinity])('refuses %d', (value) => {
    expect(() => marshalValue(value)).toThrow(expect.objectContaining({ name: 'StoredItemError' }) as Error);
  });
});
