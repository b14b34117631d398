import type { Condition, Literal, Operator } from './statement.ts';
import type { TokenReader } from './token-reader.ts';
import { malformedQuery } from './tokens.ts';
import type { Token } from './tokens.ts';

/** Reads the terms of a WHERE clause; AND and OR side by side need parentheses, as in SOQL. */
export function parseCondition(tokens: TokenReader): Condition {
  const first = term(tokens);
  const kind = tokens.take('AND') ? 'and' : tokens.take('OR') ? 'or' : undefined;
  if (kind === undefined) return first;
  const terms = [first, term(tokens)];
  while (tokens.take(kind.toUpperCase())) terms.push(term(tokens));
  if (tokens.take(kind === 'and' ? 'OR' : 'AND')) {
    throw malformedQuery('unexpected token: AND and OR need parentheses between them');
  }
  return { kind, terms };
}

function term(tokens: TokenReader): Condition {
  if (tokens.take('(')) {
    const inner = parseCondition(tokens);
    tokens.expect(')');
    return inner;
  }
  if (tokens.take('NOT')) throw malformedQuery('the local double does not support NOT before a condition');
  const field = tokens.name();
  if (field.includes('.'))
    throw malformedQuery(`the local double does not support relationship fields: ${field}`);
  const operator = operatorOf(tokens);
  const isList = operator === 'IN' || operator === 'NOT IN';
  return {
    kind: 'compare',
    field,
    operator,
    literals: isList ? literalList(tokens) : [literalOf(tokens.next())],
  };
}

const symbols: Readonly<Record<string, Operator>> = {
  '=': '=',
  '!=': '!=',
  '<>': '!=',
  '<': '<',
  '>': '>',
  '<=': '<=',
  '>=': '>=',
  LIKE: 'LIKE',
  IN: 'IN',
};

function operatorOf(tokens: TokenReader): Operator {
  if (tokens.take('NOT', 'IN')) return 'NOT IN';
  const { text } = tokens.next();
  const operator = symbols[text.toUpperCase()];
  if (operator === undefined)
    throw malformedQuery(`the local double does not support the operator '${text}'`);
  return operator;
}

function literalList(tokens: TokenReader): readonly Literal[] {
  tokens.expect('(');
  if (tokens.take('SELECT')) throw malformedQuery('the local double does not support subqueries');
  const literals = [literalOf(tokens.next())];
  while (tokens.take(',')) literals.push(literalOf(tokens.next()));
  tokens.expect(')');
  return literals;
}

function literalOf(token: Token): Literal {
  if (token.kind === 'name') return namedLiteral(token.text);
  if (token.kind !== 'symbol') return { kind: token.kind, text: token.text };
  if (token.text === ':') throw malformedQuery('the local double does not support bind variables');
  throw malformedQuery(`unexpected token: '${token.text}'`);
}

function namedLiteral(text: string): Literal {
  const word = text.toUpperCase();
  if (word === 'NULL') return { kind: 'null', text };
  if (word === 'TRUE' || word === 'FALSE') return { kind: 'boolean', text: word.toLowerCase() };
  throw malformedQuery(`the local double does not support the literal ${text}`);
}
