import { invalidPattern } from './event-pattern-error.ts';

type Part = string | typeof anyText;
const anyText = Symbol('any text');

const parts = (pattern: string, path: readonly string[]): readonly Part[] => {
  const found: Part[] = [''];
  for (let index = 0; index < pattern.length; index += 1) {
    const unit = pattern[index];
    if (unit === '*') {
      if (found.at(-1) === '' && found.length > 1)
        throw invalidPattern('Consecutive wildcard characters', path);
      found.push(anyText, '');
    } else {
      if (unit === '\\') index += 1;
      found.push(`${String(found.pop())}${escapedUnit(pattern, { unit, index, path })}`);
    }
  }
  return found;
};

const escapedUnit = (
  pattern: string,
  { unit, index, path }: { unit: string | undefined; index: number; path: readonly string[] },
): string => {
  if (unit !== '\\') return unit ?? '';
  const escaped = pattern[index];
  if (escaped === '*' || escaped === '\\') return escaped;
  throw invalidPattern('Invalid escape character in wildcard: only \\* and \\\\ are allowed', path);
};

/**
 * Compiles a wildcard pattern: `*` stands for any text, `\*` and `\\` for themselves. Linear in the value's length.
 *
 * @throws AwsError InvalidEventPatternException on `**` or on another escape.
 */
export const compileWildcard = (
  pattern: string,
  path: readonly string[] = [],
): ((value: string) => boolean) => {
  const literals = parts(pattern, path).filter((part): part is string => typeof part === 'string');
  const first = literals[0] ?? '';
  if (literals.length === 1) return (value) => value === first;
  const last = literals.at(-1) ?? '';
  const middle = literals.slice(1, -1);
  return (value) => {
    if (!value.startsWith(first)) return false;
    let from = first.length;
    for (const literal of middle) {
      const at = value.indexOf(literal, from);
      if (at < 0) return false;
      from = at + literal.length;
    }
    return value.length - last.length >= from && value.endsWith(last);
  };
};
