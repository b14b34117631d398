import { isRecord } from '@atlas-engine/aws-wire';
import { invalidPattern } from './filter-error.ts';
import { comparisonOf, type Comparison } from './json-comparison.ts';
import { jsonTokens, type JsonToken } from './json-tokens.ts';

type Test = (document: unknown) => boolean;

/** The tokens of a pattern that are still to be read. */
interface Reader {
  next(): JsonToken | undefined;
  /** Takes the next token if it is this symbol. */
  takes(symbol: string): boolean;
}

const readerOf = (tokens: readonly JsonToken[]): Reader => {
  let index = 0;
  return {
    next: () => tokens[index++],
    takes: (symbol) => {
      const token = tokens[index];
      if (token?.kind !== 'symbol' || token.text !== symbol) return false;
      index += 1;
      return true;
    },
  };
};

const expect = (reader: Reader, symbol: string): void => {
  if (!reader.takes(symbol)) throw invalidPattern(`${symbol} is missing`);
};

const wordOf = (token: JsonToken | undefined): string =>
  token?.kind === 'word' ? token.text.toUpperCase() : '';

/** `IS NULL`, `IS TRUE`, `IS FALSE` and `NOT EXISTS`. */
const states: Readonly<Record<string, Comparison>> = {
  'IS NULL': (found) => found === null,
  'IS TRUE': (found) => found === true,
  'IS FALSE': (found) => found === false,
  'NOT EXISTS': (found) => found === undefined,
};

const comparisonBy = (operator?: JsonToken, operand?: JsonToken): Comparison | undefined => {
  if (operator?.kind !== 'symbol') return undefined;
  if (operand?.kind !== 'word' && operand?.kind !== 'text') return undefined;
  return comparisonOf(operator.text, { text: operand.text, quoted: operand.kind === 'text' });
};

const readComparison = (reader: Reader): Comparison => {
  const operator = reader.next();
  const operand = reader.next();
  const comparison = states[`${wordOf(operator)} ${wordOf(operand)}`] ?? comparisonBy(operator, operand);
  if (comparison !== undefined) return comparison;
  throw invalidPattern(
    'after a selector must come = or != and a value, or >, <, >=, <= and a number, or IS NULL, IS TRUE, IS FALSE, NOT EXISTS',
  );
};

const step = (value: unknown, name: string): unknown => {
  if (Array.isArray(value)) return (value as unknown[])[Number(name)];
  return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
};

const readPrimary = (reader: Reader): Test => {
  if (reader.takes('(')) {
    const test = readAny(reader);
    expect(reader, ')');
    return test;
  }
  const selector = reader.next();
  if (selector?.kind !== 'selector') throw invalidPattern('a selector such as $.level is missing');
  const compare = readComparison(reader);
  return (document) => compare(selector.path.reduce(step, document));
};

const readAll = (reader: Reader): Test => {
  const tests = [readPrimary(reader)];
  while (reader.takes('&&')) tests.push(readPrimary(reader));
  return (document) => tests.every((test) => test(document));
};

function readAny(reader: Reader): Test {
  const tests = [readAll(reader)];
  while (reader.takes('||')) tests.push(readAll(reader));
  return (document) => tests.some((test) => test(document));
}

const parsed = (message: string): unknown => {
  try {
    return JSON.parse(message) as unknown;
  } catch {
    return undefined;
  }
};

/** The test of a JSON pattern, `{ $.level = "ERROR" && $.attempt > 1 }`. @throws AwsError InvalidParameterException */
export const jsonFilter = (pattern: string): ((message: string) => boolean) => {
  const reader = readerOf(jsonTokens(pattern));
  expect(reader, '{');
  const test = readAny(reader);
  expect(reader, '}');
  if (reader.next() !== undefined) throw invalidPattern('nothing may follow the closing }');
  return (message) => {
    const document = parsed(message);
    return isRecord(document) && test(document);
  };
};
