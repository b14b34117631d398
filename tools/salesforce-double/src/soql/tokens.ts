import { SalesforceRefusal } from '../refusal.ts';

/** What a token can be. */
export type TokenKind = 'name' | 'string' | 'number' | 'date' | 'datetime' | 'symbol';

/** The smallest piece of a statement. */
export interface Token {
  readonly kind: TokenKind;
  /** As written, without the quotes of a string. */
  readonly text: string;
}

/** The refusal for a statement that is no SOQL, or more SOQL than the double knows. */
export const malformedQuery = (message: string): SalesforceRefusal =>
  new SalesforceRefusal('MALFORMED_QUERY', message);

const patterns: readonly (readonly [TokenKind | 'space', RegExp])[] = [
  ['space', /\s+/y],
  ['string', /'((?:[^'\\]|\\.)*)'/sy],
  ['datetime', /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)/y],
  ['date', /\d{4}-\d\d-\d\d/y],
  ['number', /[+-]?\d+(?:\.\d+)?/y],
  ['name', /[A-Za-z_][\w.]*/y],
  ['symbol', /<=|>=|!=|<>|[(),=<>:]/y],
];

/** Cuts a statement into tokens. @throws SalesforceRefusal MALFORMED_QUERY */
export function tokenize(statement: string): readonly Token[] {
  const tokens: Token[] = [];
  let position = 0;
  while (position < statement.length) {
    const { kind, match } = tokenAt(statement, position);
    if (kind !== 'space') tokens.push({ kind, text: match[1] ?? match[0] });
    position += match[0].length;
  }
  return tokens;
}

function tokenAt(statement: string, position: number) {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = position;
    const match = pattern.exec(statement);
    if (match !== null) return { kind, match };
  }
  throw malformedQuery(`unexpected token: '${statement.charAt(position)}'`);
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** The text that a string literal stands for. */
export const unescapeString = (raw: string): string =>
  raw.replace(/\\(u[0-9A-Fa-f]{4}|.)/gs, (_all, escape: string) => unescapeOne(escape));

/** What stands behind a backslash. @throws SalesforceRefusal for an escape SOQL does not know */
export function unescapeOne(escape: string): string {
  if (escape.length === 5) return String.fromCharCode(Number.parseInt(escape.slice(1), 16));
  const known = escapes[escape.toLowerCase()];
  if (known !== undefined) return known;
  if (`\\'"_%`.includes(escape)) return escape;
  throw malformedQuery(`Invalid string literal: illegal escape \\${escape}`);
}
