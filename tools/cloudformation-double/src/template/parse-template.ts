import { parse } from 'yaml';
import type * as z from 'zod';
import { shortTags } from './short-tags.ts';
import { TemplateError } from './template-error.ts';
import { templateSchema, type Template } from './template.ts';

/** A template's text, JSON or YAML, as a structure. @throws TemplateError when it is neither */
export function readTemplateText(body: string): unknown {
  if (body.trimStart().startsWith('{')) return readAs('JSON', () => JSON.parse(body) as unknown);
  return readAs('YAML', () => plain(parse(body, { customTags: shortTags })));
}

/** Values of tags keep their own way to JSON. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;

function readAs(format: string, read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0] : 'unreadable';
    throw new TemplateError(`Template format error: ${format} not well-formed. (${why ?? ''})`, {
      cause: error,
    });
  }
}

/** Reads a template. @throws TemplateError naming what is missing, not known or not supported */
export function parseTemplate(body: string): Template {
  const parsed = templateSchema.safeParse(readTemplateText(body));
  if (parsed.success) return parsed.data;
  throw new TemplateError(`Template format error: ${problemOf(parsed.error)}`);
}

function problemOf({ issues }: z.ZodError): string {
  const unknown = issues.find((issue) => issue.code === 'unrecognized_keys');
  const issue = unknown ?? issues[0];
  const path = (issue?.path ?? []).map(String).join('.');
  if (unknown === undefined) return `${path}: ${issue?.message ?? 'not valid'}`;
  const keys = unknown.keys.join(', ');
  return path === ''
    ? `Invalid template property or properties [${keys}]`
    : `${path}: ${keys} is not known, or not supported by the local cloud`;
}
