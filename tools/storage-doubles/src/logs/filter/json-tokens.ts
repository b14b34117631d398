import { invalidPattern, unsupportedPattern } from './filter-error.ts';

/** A piece of a JSON pattern. */
export type JsonToken =
  | { readonly kind: 'symbol'; readonly text: string }
  /** The steps of `$.a[0]`. */
  | { readonly kind: 'selector'; readonly path: readonly string[] }
  /** A number, a name or a keyword. */
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string };

const tokenPattern =
  /\s*(?:(&&|\|\||!=|>=|<=|[(){}=<>])|(\$(?:\.[\w-]+|\[\d+\])+)|"((?:\\.|[^"\\])*)"|([\w.*+-]+))\s*/y;

const stepsOf = (selector: string): readonly string[] => selector.match(/[\w-]+/g) ?? [];

const tokenOf = ([, symbol, selector, text, word]: RegExpExecArray): JsonToken => {
  if (symbol !== undefined) return { kind: 'symbol', text: symbol };
  if (selector !== undefined) return { kind: 'selector', path: stepsOf(selector) };
  if (text !== undefined) return { kind: 'text', text: text.replace(/\\(.)/g, '$1') };
  return { kind: 'word', text: word ?? '' };
};

/** Splits a JSON pattern. @throws AwsError InvalidParameterException */
export const jsonTokens = (pattern: string): readonly JsonToken[] => {
  const tokens: JsonToken[] = [];
  for (let end = 0; end < pattern.length; end = tokenPattern.lastIndex) {
    tokenPattern.lastIndex = end;
    const match = tokenPattern.exec(pattern);
    const rest = pattern.slice(end).trimStart();
    if (match === null && rest.startsWith('%')) throw unsupportedPattern('regular expressions (%…%)');
    if (match === null) throw invalidPattern(`unexpected ${rest.slice(0, 20)}`);
    tokens.push(tokenOf(match));
  }
  return tokens;
};
