import { TemplateError } from './template-error.ts';

/** A scalar as text, as CloudFormation converts it. @throws TemplateError naming `where` for anything else */
export function textOf(value: unknown, where: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const found = value === undefined || typeof value === 'symbol' ? 'nothing' : JSON.stringify(value);
  throw new TemplateError(`${where}: a text was expected, found ${found.slice(0, 80)}`);
}

/** @throws TemplateError naming `where` for anything but a list */
export function listOf(value: unknown, where: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new TemplateError(`${where}: a list was expected`);
}

/** A list of two texts. @throws TemplateError naming `where` */
export function pairOf(value: unknown, where: string): readonly [string, string] {
  const [first, second] = listOf(value, where);
  return [textOf(first, where), textOf(second, where)];
}

/** A text before and after the first separator; the second part is empty without one. */
export function splitOnce(text: string, separator: string): readonly [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + separator.length)];
}

/** Replaces every match by what a promise brings, one after the other. */
export async function replaceAsync(
  text: string,
  pattern: RegExp,
  replacement: (whole: string, first: string, second?: string) => Promise<string>,
): Promise<string> {
  const parts: string[] = [];
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    parts.push(text.slice(at, match.index), await replacement(match[0], match[1] ?? '', match[2]));
    at = match.index + match[0].length;
  }
  return [...parts, text.slice(at)].join('');
}
