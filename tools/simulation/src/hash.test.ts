import { deterministicUuid, joined, seededRandom } from './hash.ts';

describe('deterministicUuid', () => {
  it('is a UUID that its parts alone decide', () => {
    const id = deterministicUuid('lead', '42');
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(deterministicUuid('lead', '42')).toBe(id);
    expect(new Set([id, deterministicUuid('lead4', '2'), deterministicUuid('42', 'lead')]).size).toBe(3);
  });
});

describe('seededRandom', () => {
  it('gives an even stream that the seed alone decides', () => {
    const [one, same, other] = ['a', 'a', 'b']
      .map(seededRandom)
      .map((next) => Array.from({ length: 2_000 }, next));
    expect(same).toEqual(one);
    expect(other).not.toEqual(one);
    expect(one!.every((value) => value >= 0 && value < 1)).toBe(true);
    expect(one!.reduce((sum, value) => sum + value, 0) / one!.length).toBeCloseTo(0.5, 1);
  });
});

describe('joined', () => {
  it('keeps lists of parts apart', () => {
    expect(joined(['a', 'bc'])).not.toBe(joined(['ab', 'c']));
    expect(joined(['1:a'])).not.toBe(joined(['1', 'a']));
  });
});
