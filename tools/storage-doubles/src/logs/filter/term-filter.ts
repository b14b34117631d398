import { invalidPattern, unsupportedPattern } from './filter-error.ts';

/** A term with its sign: `+` must occur, `-` must not, `?` is one of several of which one must. */
interface Term {
  readonly sign: '+' | '-' | '?';
  readonly text: string;
}

const termPattern = /([-?]?)(?:"((?:\\.|[^"\\])*)"|([^\s"]+))(?:\s+|$)/y;

const readTerm = (sign: string | undefined, quoted: string | undefined, bare: string | undefined): Term => {
  if (bare !== undefined && !/^\w+$/.test(bare))
    throw invalidPattern(`Invalid character(s) in term '${bare}': put it in double quotation marks`);
  const text = bare ?? (quoted ?? '').replace(/\\(.)/g, '$1');
  return { sign: sign === '-' || sign === '?' ? sign : '+', text };
};

const readTerms = (pattern: string): readonly Term[] => {
  const terms: Term[] = [];
  for (let end = 0; end < pattern.length; end = termPattern.lastIndex) {
    termPattern.lastIndex = end;
    const match = termPattern.exec(pattern);
    if (match === null) throw invalidPattern(`a quotation mark is not closed, or no space follows a term`);
    terms.push(readTerm(match[1], match[2], match[3]));
  }
  return terms;
};

/** The test of unstructured terms. @throws AwsError InvalidParameterException */
export const termFilter = (pattern: string): ((message: string) => boolean) => {
  const terms = readTerms(pattern);
  const of = (sign: Term['sign']): readonly string[] =>
    terms.filter((term) => term.sign === sign).map(({ text }) => text);
  const optional = of('?');
  if (optional.length > 0) {
    if (optional.length < terms.length) throw unsupportedPattern('terms with ? beside other terms');
    return (message) => optional.some((text) => message.includes(text));
  }
  const [wanted, unwanted] = [of('+'), of('-')];
  return (message) =>
    wanted.every((text) => message.includes(text)) && !unwanted.some((text) => message.includes(text));
};
