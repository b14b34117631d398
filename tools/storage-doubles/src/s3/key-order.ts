/** Where a UTF-16 code unit stands among others once text is written as UTF-8: surrogates come last. */
const rank = (unit: number): number => {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
};

/** Compares keys by their UTF-8 bytes, as S3 lists them. */
export const compareKeys = (a: string, b: string): number => {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const difference = rank(a.charCodeAt(index)) - rank(b.charCodeAt(index));
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
};

/** The first index of `keys` from which on `reached` holds; it must hold for all that follow. */
export const firstWhere = (keys: readonly string[], reached: (key: string) => boolean, from = 0): number => {
  let low = from;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (reached(keys[middle] ?? '')) high = middle;
    else low = middle + 1;
  }
  return low;
};
