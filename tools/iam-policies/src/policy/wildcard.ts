import { contextValue, type Context } from './context.ts';

/** Tells whether a text fits a pattern, for a call. */
export type Matcher = (text: string, context: Context) => boolean;

/** `${key}`, `${key, 'default'}`, or one of the escapes `${*}`, `${?}`, `${$}`. */
const variable = /\$\{([^}]*)\}/g;
const escapes = ['*', '?', '$'];

const quote = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** `*` for any characters, `?` for one; all else stands for itself. */
const sourceOf = (pattern: string): string =>
  pattern
    .split(/([*?])/)
    .map((part) => (part === '*' ? '.*' : part === '?' ? '.' : quote(part)))
    .join('');

const whole = (source: string, flags: string): RegExp => new RegExp(`^${source}$`, `s${flags}`);

/** What a variable stands for, literally; undefined when the call has no such key and there is no default. */
const valueOf = (inside: string, context: Context): string | undefined => {
  if (escapes.includes(inside)) return inside;
  const [key = '', ...rest] = inside.split(',');
  const value = contextValue(context, key.trim());
  if (typeof value === 'string') return value;
  return /^\s*'(.*)'\s*$/.exec(rest.join(','))?.[1];
};

const withVariables = (pattern: string, flags: string): Matcher => {
  const parts = pattern.split(variable);
  return (text, context) => {
    const sources = parts.map((part, index) =>
      index % 2 === 0 ? sourceOf(part) : quoted(valueOf(part, context)),
    );
    if (sources.includes(undefined)) return false;
    return whole(sources.join(''), flags).test(text);
  };
};

const quoted = (value: string | undefined): string | undefined =>
  value === undefined ? undefined : quote(value);

const exactly = (pattern: string, ignoreCase: boolean): Matcher => {
  if (!ignoreCase) return (text) => text === pattern;
  const lower = pattern.toLowerCase();
  return (text) => text.length === lower.length && text.toLowerCase() === lower;
};

/** Compiles a pattern with wildcards and policy variables. A variable without a value fits nothing. */
export const compileWildcard = (
  pattern: string,
  { ignoreCase = false }: { readonly ignoreCase?: boolean } = {},
): Matcher => {
  const flags = ignoreCase ? 'i' : '';
  if (pattern === '*') return () => true;
  if (pattern.includes('${')) return withVariables(pattern, flags);
  if (!/[*?]/.test(pattern)) return exactly(pattern, ignoreCase);
  const expression = whole(sourceOf(pattern), flags);
  return (text) => expression.test(text);
};

/** Replaces the variables of a condition's value; undefined when one of them has no value. */
export const substitute = (text: string, context: Context): string | undefined => {
  if (!text.includes('${')) return text;
  const parts = text.split(variable).map((part, index) => (index % 2 === 0 ? part : valueOf(part, context)));
  return parts.includes(undefined) ? undefined : parts.join('');
};
