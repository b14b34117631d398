import type { Context } from './context.ts';
import { compileWildcard, type Matcher } from './wildcard.ts';

const components = 6;

/** `arn:partition:service:region:account:resource`: five parts, and the rest with its own colons. */
const partsOf = (text: string): readonly string[] => {
  const parts: string[] = [];
  let from = 0;
  // A variable such as ${aws:PrincipalAccount} has a colon of its own.
  for (const { index } of text.matchAll(/\$\{[^}]*\}|:/g)) {
    if (text.charAt(index) !== ':' || parts.length === components - 1) continue;
    parts.push(text.slice(from, index));
    from = index + 1;
  }
  return [...parts, text.slice(from)];
};

/** Whether a pattern can be one for ARNs: `*`, or six components. */
export const isArnPattern = (pattern: string): boolean =>
  pattern === '*' || (pattern.startsWith('arn:') && partsOf(pattern).length === components);

/**
 * Compiles a pattern for ARNs. Wildcards stay within their component, as in AWS; a `*` alone fits every resource,
 * also that of an action without resource-level permissions.
 */
export const compileArn = (pattern: string): Matcher => {
  if (pattern === '*') return () => true;
  if (!/[*?$]/.test(pattern)) return (text) => text === pattern;
  const matchers = partsOf(pattern).map((part) => compileWildcard(part));
  return (text: string, context: Context) => {
    const parts = partsOf(text);
    return (
      parts.length === matchers.length &&
      matchers.every((matches, index) => matches(parts[index] ?? '', context))
    );
  };
};
