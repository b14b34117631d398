import jsonata from 'jsonata';
import { registerFunctions } from './functions.ts';

/** AWS ends expressions that nest or grow too far; measured there: 200 nested additions and 900,000 items fail. */
const limits = { stack: 190, sequence: 500_000, timeout: 5_000 };
const mostParsed = 5_000;
const parsed = new Map<string, jsonata.Expression>();

/** Whether a string is a JSONata expression: it begins with `{%` and ends with `%}`, without space around. */
export const isExpression = (text: string): boolean =>
  text.length >= 4 && text.startsWith('{%') && text.endsWith('%}');

/** The JSONata between the delimiters. */
export const expressionOf = (text: string): string => text.slice(2, -2).trim();

/**
 * Parses an expression, once however often it is evaluated.
 *
 * @throws the parser's error, with `code` and `message`, when it is not JSONata.
 */
export const parseExpression = (source: string): jsonata.Expression => {
  const known = parsed.get(source);
  if (known) return known;
  const expression = jsonata(source, limits);
  registerFunctions(expression);
  if (parsed.size >= mostParsed) parsed.clear();
  parsed.set(source, expression);
  return expression;
};

/** What the JSONata library throws, in both of its forms. */
export interface JsonataFailure {
  readonly code?: string;
  readonly message: string;
}

/** Reads what the library threw: an object with code and message, or an Error. */
export const jsonataFailure = (thrown: unknown): JsonataFailure => {
  if (typeof thrown !== 'object' || thrown === null) return { message: String(thrown) };
  const code = 'code' in thrown && typeof thrown.code === 'string' ? { code: thrown.code } : {};
  const message =
    'message' in thrown && typeof thrown.message === 'string' ? thrown.message : 'unknown error';
  return { ...code, message };
};
