import { isRecord, parseXml, xmlDocument, xmlEscape } from '@atlas-engine/aws-wire';
import type { WireResponse } from '@atlas-engine/aws-wire';
import { malformedXml } from './s3-error.ts';

const xmlns = 'http://s3.amazonaws.com/doc/2006-03-01/';

/** What an element holds; a list is its element repeated, without `<member>`. */
export interface XmlContent {
  readonly [name: string]: string | number | boolean | undefined | XmlContent | readonly XmlContent[];
}

// Keys may hold characters that XML 1.0 has no place for; S3 writes them as references all the same.
// eslint-disable-next-line no-control-regex -- these are the characters in question
const control = /[\x00-\x08\x0b\x0c\x0e-\x1f]/g;

const textOf = (text: string): string =>
  xmlEscape(text).replace(control, (found) => `&#x${found.charCodeAt(0).toString(16)};`);

const element = (name: string, value: XmlContent[string]): string => {
  if (value === undefined) return '';
  const content = typeof value === 'object' ? elements(value as XmlContent) : textOf(String(value));
  return `<${name}>${content}</${name}>`;
};

const elements = (content: XmlContent): string =>
  Object.entries(content)
    .flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [value]).map((item) => element(name, item as XmlContent)),
    )
    .join('');

/** An answer that is an S3 document. */
export const xmlAnswer = (
  name: string,
  content: XmlContent | string,
  headers: Readonly<Record<string, string>> = {},
): WireResponse => ({
  status: 200,
  headers: { 'content-type': 'application/xml', ...headers },
  body: xmlDocument(name, typeof content === 'string' ? textOf(content) : elements(content), xmlns),
});

/** An answer without a body. */
export const emptyAnswer = (
  status: number,
  headers: Readonly<Record<string, string>> = {},
): WireResponse => ({
  status,
  headers,
});

/** The element `name` that a request's body must be. @throws AwsError MalformedXML */
export const readDocument = (body: Buffer, name: string): Record<string, unknown> => {
  const root = parseXml(body.toString('utf8'))[name];
  if (isRecord(root)) return root;
  if (root === '') return {};
  throw malformedXml(`${name} must be the root element and hold others`);
};

/** All elements of a name: none, one or many. @throws AwsError MalformedXML for one that holds mere text. */
export const recordsOf = (parent: Record<string, unknown>, name: string): Record<string, unknown>[] =>
  [parent[name] ?? []].flat().map((item) => {
    if (isRecord(item)) return item;
    throw malformedXml(`${name} must hold elements`);
  });
