import * as fc from 'fast-check';
import { refusalOf } from '../testing/refusal.ts';
import { matches, validatePattern } from './event-pattern.ts';
import { compileWildcard } from './wildcard.ts';

const event = {
  source: 'aws.connect',
  'detail-type': 'Amazon Connect Contact Event',
  detail: {
    eventType: 'DISCONNECTED',
    key: 'connect/CallRecordings/b1f0.wav',
    size: 300,
    nothing: null,
    flag: true,
    empty: '',
    ip: '192.0.2.17',
    ip6: '2001:db8::1',
    tags: ['red', 'green'],
    none: [],
    legs: [
      { kind: 'AGENT', seconds: 4 },
      { kind: 'CUSTOMER', seconds: 9 },
    ],
  },
};
const detail = (pattern: object) => matches({ detail: pattern }, event);

describe('a match of an event pattern', () => {
  it.each([
    ['exact text', { eventType: ['COMPLETED', 'DISCONNECTED'] }, true],
    ['other text', { eventType: ['disconnected'] }, false],
    ['a number', { size: [300] }, true],
    ['a number as text', { size: ['300'] }, false],
    ['null', { nothing: [null] }, true],
    ['null for an absent field', { absent: [null] }, false],
    ['a boolean', { flag: [true] }, true],
    ['empty text', { empty: [''] }, true],
    ['prefix', { key: [{ prefix: 'connect/' }] }, true],
    ['prefix without case', { key: [{ prefix: { 'equals-ignore-case': 'CONNECT/' } }] }, true],
    ['suffix', { key: [{ suffix: '.wav' }] }, true],
    ['suffix without case', { key: [{ suffix: { 'equals-ignore-case': '.WAV' } }] }, true],
    ['equals-ignore-case', { eventType: [{ 'equals-ignore-case': 'Disconnected' }] }, true],
    ['wildcard', { key: [{ wildcard: '*/CallRecordings/*.wav' }] }, true],
    ['wildcard that must not overlap', { eventType: [{ wildcard: 'DISCONNECTED*DISCONNECTED' }] }, false],
    ['anything-but a value', { eventType: [{ 'anything-but': 'COMPLETED' }] }, true],
    ['anything-but a list', { eventType: [{ 'anything-but': ['COMPLETED', 'DISCONNECTED'] }] }, false],
    ['anything-but for an absent field', { absent: [{ 'anything-but': 'x' }] }, false],
    ['anything-but prefix', { key: [{ 'anything-but': { prefix: 'connect' } }] }, false],
    ['anything-but suffixes', { key: [{ 'anything-but': { suffix: ['.mp3', '.ogg'] } }] }, true],
    ['anything-but wildcard', { key: [{ 'anything-but': { wildcard: '*/b1f0*' } }] }, false],
    [
      'anything-but without case',
      { eventType: [{ 'anything-but': { 'equals-ignore-case': 'disconnected' } }] },
      false,
    ],
    ['numeric range', { size: [{ numeric: ['>', 0, '<=', 300] }] }, true],
    ['numeric beyond', { size: [{ numeric: ['>', 300] }] }, false],
    ['numeric of text', { key: [{ numeric: ['>', 0] }] }, false],
    ['exists', { size: [{ exists: true }] }, true],
    ['exists for what is no leaf', { legs: [{ exists: true }] }, false],
    ['exists in an object that is absent', { absent: { inner: [{ exists: false }] } }, true],
    ['exists false for a field with a value', { size: [{ exists: false }] }, false],
    ['exists false for an empty array', { none: [{ exists: false }] }, true],
    ['exists false or a value', { absent: [{ exists: false }, 'x'] }, true],
    ['cidr', { ip: [{ cidr: '192.0.2.0/24' }] }, true],
    ['cidr elsewhere', { ip: [{ cidr: '192.0.3.0/24' }] }, false],
    ['cidr of IPv6', { ip6: [{ cidr: '2001:db8::/32' }] }, true],
    ['cidr of the other family', { ip: [{ cidr: '2001:db8::/32' }] }, false],
    ['an intersection of arrays', { tags: ['blue', 'green'] }, true],
    ['no intersection', { tags: ['blue'] }, false],
    ['objects in an array', { legs: { kind: ['AGENT'], seconds: [4] } }, true],
    ['no single object in an array', { legs: { kind: ['AGENT'], seconds: [9] } }, false],
    ['$or', { $or: [{ size: [1] }, { eventType: ['DISCONNECTED'] }] }, true],
    ['$or and another key', { $or: [{ size: [1] }, { flag: [true] }], eventType: ['COMPLETED'] }, false],
    ['a field called $or', { $or: ['x'] }, false],
    ['an object where the event has text', { eventType: { inner: ['x'] } }, false],
  ])('decides on %s', (_, pattern, expected) => {
    expect(detail(pattern)).toBe(expected);
  });

  it('wants all keys at the top level', () => {
    expect(matches({ source: ['aws.connect'], detail: { flag: [true] } }, event)).toBe(true);
    expect(matches({ source: ['aws.s3'], detail: { flag: [true] } }, event)).toBe(false);
  });
});

describe('an event pattern', () => {
  it.each([
    ['no object', []],
    ['nothing in it', {}],
    ['nothing in an object', { detail: {} }],
    ['nothing in an array', { source: [] }],
    ['a bare value', { source: 'aws.s3' }],
    ['a nested array', { source: [['x']] }],
    ['an unknown operator', { source: [{ like: 'x' }] }],
    ['an inherited name as operator', { source: [{ constructor: 'x' }] }],
    ['two operators at once', { source: [{ prefix: 'a', suffix: 'b' }] }],
    ['exists of text', { source: [{ exists: 'yes' }] }],
    ['prefix of a number', { source: [{ prefix: 1 }] }],
    ['prefix of another operator', { source: [{ prefix: { wildcard: 'a' } }] }],
    ['a double wildcard', { source: [{ wildcard: 'a**b' }] }],
    ['a wrong escape', { source: [{ wildcard: 'a\\b' }] }],
    ['anything-but of mixed kinds', { source: [{ 'anything-but': ['a', 1] }] }],
    ['anything-but of nothing', { source: [{ 'anything-but': [] }] }],
    ['anything-but of an unknown operator', { source: [{ 'anything-but': { numeric: ['>', 1] } }] }],
    ['numeric of three', { source: [{ numeric: ['>', 1, '<'] }] }],
    ['numeric with an unknown operator', { source: [{ numeric: ['!=', 1] }] }],
    ['numeric of text', { source: [{ numeric: ['>', '1'] }] }],
    ['numeric beyond its bounds', { source: [{ numeric: ['<', 5_000_000_001] }] }],
    ['numeric that runs backwards', { source: [{ numeric: ['<', 1, '>', 5] }] }],
    ['numeric with an empty range', { source: [{ numeric: ['>', 5, '<', 5] }] }],
    ['a malformed CIDR', { source: [{ cidr: '192.0.2.0/33' }] }],
    ['too many combinations', { $or: Array.from({ length: 1001 }, (_, size) => ({ size: [size] })) }],
  ])('is refused with %s', (_, pattern) => {
    expect(refusalOf(() => validatePattern(pattern))).toBe('InvalidEventPatternException');
  });

  it('names the member at fault', () => {
    expect(() => validatePattern({ detail: { a: [{ like: 'x' }] } })).toThrow(
      'Unrecognized match type like at detail.a',
    );
  });
});

const scalar = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
const name = fc.string({ minLength: 1 }).filter((text) => text !== '$or' && text !== '__proto__');
const flat = fc.dictionary(name, scalar, { minKeys: 1 });

describe('patterns in general', () => {
  it('match the event whose values they list', () => {
    fc.assert(
      fc.property(flat, scalar, (values, other) => {
        const pattern = Object.fromEntries(
          Object.entries(values).map(([key, value]) => [key, [other, value]]),
        );
        expect(matches(pattern, values)).toBe(true);
      }),
    );
  });

  it('take anything-but as the opposite of the value for a field that is there', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (wanted, value) => {
        const but = matches({ f: [{ 'anything-but': wanted }] }, { f: value });
        expect(but).toBe(!matches({ f: [wanted] }, { f: value }));
      }),
    );
  });

  it('take $or as any of its alternatives', () => {
    fc.assert(
      fc.property(fc.array(flat, { minLength: 1, maxLength: 4 }), flat, (alternatives, values) => {
        const patterns = alternatives.map((alternative) =>
          Object.fromEntries(Object.entries(alternative).map(([key, value]) => [key, [value]])),
        );
        const any = patterns.some((pattern) => matches(pattern, values));
        expect(matches({ $or: patterns }, values)).toBe(any);
      }),
    );
  });

  it('read wildcards as a regular expression with .* would', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', '*', '\\') });
    fc.assert(
      fc.property(letters, fc.string({ unit: fc.constantFrom('a', 'b', '*') }), (raw, value) => {
        const pattern = raw.replace(/\*+/g, '*').replaceAll('\\', '\\\\');
        const source = Array.from(raw.replace(/\*+/g, '*')).map((unit) =>
          unit === '*' ? '.*' : `\\${unit}`.replace(/\\([ab])/, '$1'),
        );
        expect(compileWildcard(pattern)(value)).toBe(new RegExp(`^${source.join('')}$`).test(value));
      }),
    );
  });

  it('compare numbers as JavaScript does', () => {
    const bound = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(bound, fc.integer({ min: 1, max: 1000 }), bound, (low, width, value) => {
        const inside = matches({ f: [{ numeric: ['>=', low, '<', low + width] }] }, { f: value });
        expect(inside).toBe(value >= low && value < low + width);
      }),
    );
  });
});
