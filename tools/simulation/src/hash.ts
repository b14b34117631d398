import { createHash } from 'node:crypto';

// Taken once: reaching for a global costs much in a sandbox such as a test's.
const { imul } = Math;
const multiplyA = 2654435761;
const multiplyB = 1597334677;

const mixed = (own: number, other: number): number =>
  imul(own ^ (own >>> 16), 2246822507) ^ imul(other ^ (other >>> 13), 3266489909);

/** A 53-bit hash of text: fast, well mixed, not for secrets. The same text gives the same number everywhere. */
export const hash53 = (text: string): number => {
  let low = 0x41c6ce57;
  let high = 0xdeadbeef;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    high = imul(high ^ unit, multiplyA);
    low = imul(low ^ unit, multiplyB);
  }
  const first = mixed(high, low);
  const second = mixed(low, first);
  return 2 ** 32 * ((2 ** 21 - 1) & second) + (first >>> 0);
};

/** A number in [0, 1) that depends on the text alone. */
export const fraction = (text: string): number => hash53(text) / 2 ** 53;

/** Joins parts so that no two lists of parts give the same text. */
export const joined = (parts: readonly (string | number)[]): string =>
  parts.map((part) => `${String(part).length}:${part}`).join('');

/** A stream of numbers in [0, 1) that depends on the seed alone (mulberry32); not for secrets. */
export const seededRandom = (seed: string): (() => number) => {
  let state = hash53(seed) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** A UUID (version 5 in form) that depends on its parts alone, so that a run can be repeated to the last id. */
export const deterministicUuid = (...parts: string[]): string => {
  const bytes = createHash('sha1').update(joined(parts)).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
};
