import { parseCondition } from './parse-condition.ts';
import type { Ordering, SelectStatement } from './statement.ts';
import { readTokens } from './token-reader.ts';
import type { TokenReader } from './token-reader.ts';
import { malformedQuery } from './tokens.ts';

const unsupportedClauses = ['GROUP', 'HAVING', 'OFFSET', 'FOR', 'WITH', 'USING', 'ALL', 'TYPEOF', 'UPDATE'];

/** Reads `SELECT … FROM … WHERE … ORDER BY … LIMIT …`. @throws SalesforceRefusal MALFORMED_QUERY, naming what it does not support */
export function parseSelect(text: string): SelectStatement {
  const tokens = readTokens(text);
  tokens.expect('SELECT');
  const fields = commaSeparated(tokens, () => selectedField(tokens));
  tokens.expect('FROM');
  const object = tokens.name();
  const where = tokens.take('WHERE') ? parseCondition(tokens) : undefined;
  const orderings = tokens.take('ORDER', 'BY') ? commaSeparated(tokens, () => ordering(tokens)) : [];
  const limit = tokens.take('LIMIT') ? limitOf(tokens) : undefined;
  refuseRest(tokens);
  return { fields, object, where, orderings, limit };
}

function commaSeparated<T>(tokens: TokenReader, read: () => T): readonly T[] {
  const items = [read()];
  while (tokens.take(',')) items.push(read());
  return items;
}

function selectedField(tokens: TokenReader): string {
  if (tokens.take('(')) throw malformedQuery('the local double does not support subqueries');
  const name = tokens.name();
  if (tokens.take('(')) throw malformedQuery(`the local double does not support ${name}()`);
  if (name.includes('.'))
    throw malformedQuery(`the local double does not support relationship fields: ${name}`);
  return name;
}

function ordering(tokens: TokenReader): Ordering {
  const field = tokens.name();
  const descending = tokens.take('DESC') || (tokens.take('ASC') && false);
  const nullsLast = tokens.take('NULLS', 'LAST');
  if (!nullsLast) tokens.take('NULLS', 'FIRST');
  return { field, descending, nullsLast };
}

function limitOf(tokens: TokenReader): number {
  const token = tokens.next();
  if (token.kind === 'number' && /^\d+$/.test(token.text)) return Number(token.text);
  throw malformedQuery(`unexpected token: '${token.text}'`);
}

function refuseRest(tokens: TokenReader): void {
  const rest = tokens.peek();
  if (rest === undefined) return;
  const clause = rest.text.toUpperCase();
  if (unsupportedClauses.includes(clause))
    throw malformedQuery(`the local double does not support ${clause}`);
  throw malformedQuery(`unexpected token: '${rest.text}'`);
}
