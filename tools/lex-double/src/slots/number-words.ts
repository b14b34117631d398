const words =
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
  seventeen eighteen nineteen twenty`.split(/\s+/);

/** Digits, or an English word up to twenty, as part of a pattern. */
export const numberPattern = `\\d+|${[...words].reverse().join('|')}`;

/** The number that `numberPattern` matched. */
export const numberOf = (text: string): number => {
  const index = words.indexOf(text.toLowerCase());
  return index < 0 ? Number(text) : index;
};
