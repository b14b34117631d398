import { malformedQuery, tokenize } from './tokens.ts';
import type { Token } from './tokens.ts';

/** Walks the tokens of one statement. */
export interface TokenReader {
  peek(): Token | undefined;
  /** Whether the next tokens are these keywords; takes them when they are. */
  take(...keywords: readonly string[]): boolean;
  /** The next token. @throws SalesforceRefusal at the end of the statement */
  next(): Token;
  /** Takes a symbol or keyword. @throws SalesforceRefusal when something else stands there */
  expect(text: string): void;
  /** Takes a field or object name. @throws SalesforceRefusal */
  name(): string;
}

/** Starts at the first token. @throws SalesforceRefusal MALFORMED_QUERY */
export function readTokens(statement: string): TokenReader {
  const tokens = tokenize(statement);
  let position = 0;
  const isAt = (offset: number, text: string) => {
    const token = tokens[position + offset];
    return token !== undefined && token.kind !== 'string' && token.text.toUpperCase() === text;
  };
  const next = () => {
    const token = tokens[position];
    if (token === undefined) throw malformedQuery('unexpected token: <EOF>');
    position += 1;
    return token;
  };
  return {
    peek: () => tokens[position],
    next,
    take(...keywords) {
      const found = keywords.every((keyword, offset) => isAt(offset, keyword));
      if (found) position += keywords.length;
      return found;
    },
    expect(text) {
      if (!isAt(0, text))
        throw malformedQuery(`expecting '${text}', found '${tokens[position]?.text ?? '<EOF>'}'`);
      position += 1;
    },
    name() {
      const token = next();
      if (token.kind !== 'name') throw malformedQuery(`unexpected token: '${token.text}'`);
      return token.text;
    },
  };
}
