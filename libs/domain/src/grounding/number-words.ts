/** What a word adds to a number that is being said. */
interface NumberWord {
  readonly value: number;
  /** The place that must still be free: 10 for "five", 100 for "thirty", 1000 for "doscientos"; none multiplies. */
  readonly place: number | undefined;
}

/** Words for a series of numbers. */
const from =
  (first: number, place: number, words: string) =>
  (step: number): [string, NumberWord][] =>
    words.split(' ').map((word, index) => [word, { value: first + index * step, place }]);

const multiplier = (word: string, value: number): [string, NumberWord] => [word, { value, place: undefined }];

/** English and Spanish, without accents. */
const lexicon: ReadonlyMap<string, NumberWord> = new Map([
  ...from(0, 10, 'zero one two three four five six seven eight nine')(1),
  ...from(10, 100, 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen')(1),
  ...from(20, 100, 'twenty thirty forty fifty sixty seventy eighty ninety')(10),
  ...from(0, 10, 'cero uno dos tres cuatro cinco seis siete ocho nueve')(1),
  ...from(10, 100, 'diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte')(1),
  ...from(21, 100, 'veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete')(1),
  ...from(28, 100, 'veintiocho veintinueve treinta')(1),
  ...from(40, 100, 'cuarenta cincuenta sesenta setenta ochenta noventa')(10),
  ...from(100, 1000, 'cien doscientos trescientos cuatrocientos quinientos seiscientos setecientos')(100),
  ...from(800, 1000, 'ochocientos novecientos')(100),
  ...from(100, 1000, 'ciento')(100),
  multiplier('hundred', 100),
  multiplier('thousand', 1000),
  multiplier('mil', 1000),
  multiplier('million', 1_000_000),
  multiplier('millones', 1_000_000),
]);

/** The value of a single word that adds to a number; undefined for all others. */
export function valueOfWord(word: string): number | undefined {
  const found = lexicon.get(word);
  return found?.place === undefined ? undefined : found.value;
}

/** A number as far as it has been said: what stands before "thousand" is settled. */
interface Sum {
  readonly settled: number;
  readonly rest: number;
}

/** The sum with one more word; undefined when the word begins another number ("ten thirty"). */
function withWord({ settled, rest }: Sum, { value, place }: NumberWord): Sum | undefined {
  if (value === 100 && place === undefined) return { settled, rest: Math.max(rest, 1) * 100 };
  if (place === undefined) return { settled: settled + Math.max(rest, 1) * value, rest: 0 };
  const isFree = rest % place === 0 && !(place === 10 && rest % 100 === 10);
  return isFree ? { settled, rest: rest + value } : undefined;
}

/** Stretches of number words; "and" and "y" belong to them between two. */
function stretches(words: readonly string[]): string[][] {
  const found: string[][] = [[]];
  for (const [index, word] of words.entries()) {
    const joins = (word === 'and' || word === 'y') && lexicon.has(words[index + 1] ?? '');
    if (lexicon.has(word)) found.at(-1)?.push(word);
    else if (!joins) found.push([]);
  }
  return found.filter((stretch) => stretch.length > 0);
}

function numbersOfStretch(stretch: readonly string[]): number[] {
  const sums: Sum[] = [];
  for (const word of stretch.flatMap((text) => lexicon.get(text) ?? [])) {
    const more = withWord(sums.at(-1) ?? { settled: 0, rest: 0 }, word);
    if (more !== undefined) sums.splice(-1, 1, more);
    else sums.push({ settled: 0, rest: word.value });
  }
  return sums.map(({ settled, rest }) => settled + rest);
}

/**
 * Numbers said in words: `twenty five` is 25, `ten thirty` 10 and 30, `one hundred and five` 105. A lone "one" is left
 * out: it is more often a pronoun.
 */
export const numbersInWords = (words: readonly string[]): number[] =>
  stretches(words).flatMap((stretch) => (stretch.join(' ') === 'one' ? [] : numbersOfStretch(stretch)));
