import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { types } from 'node:util';
import { AwsError } from './aws-error.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\r': '&#xD;',
};

/** Makes text safe inside an element or an attribute. */
export const xmlEscape = (text: string): string =>
  text.replace(/[&<>"'\r]/g, (found) => entities[found] ?? found);

const scalarText = (value: unknown): string => {
  if (types.isDate(value)) return value.toISOString();
  if (types.isUint8Array(value)) return Buffer.from(value).toString('base64');
  return typeof value === 'string' ? xmlEscape(value) : String(value);
};

const element = (name: string, value: unknown): string =>
  value === undefined || value === null ? '' : `<${name}>${xmlContent(value)}</${name}>`;

/**
 * Writes a value as the content of an element, as the query protocol does: lists as `<member>`, a Map as
 * `<entry><key/><value/></entry>`, a Date in ISO form, bytes as base64; absent and null members are left out.
 */
export const xmlContent = (value: unknown): string => {
  if (Array.isArray(value)) return value.map((item) => element('member', item)).join('');
  if (types.isMap(value))
    return [...value]
      .map(([key, item]) => `<entry>${element('key', key)}${element('value', item)}</entry>`)
      .join('');
  if (typeof value !== 'object' || value === null || types.isDate(value) || types.isUint8Array(value))
    return scalarText(value);
  return Object.entries(value)
    .map(([name, item]) => element(name, item))
    .join('');
};

/** A whole document: `content` is XML already (see {@link xmlContent}, {@link xmlEscape}). */
export const xmlDocument = (name: string, content: string, xmlns?: string): string => {
  const attribute = xmlns === undefined ? '' : ` xmlns="${xmlEscape(xmlns)}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${name}${attribute}>${content}</${name}>`;
};

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const character = (whole: string, reference: string): string => {
  const code = /^#(x?)([0-9a-fA-F]+)$/.exec(reference);
  if (!code) return named[reference] ?? whole;
  const point = Number.parseInt(code[2] ?? '', code[1] === 'x' ? 16 : 10);
  return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
};

// The parser's own decoding knows no character references, and would expand what a DOCTYPE declares.
const unescaped = (_name: string, text: string): string => text.replace(/&(#?\w+);/g, character);

const parser = new XMLParser({
  processEntities: false,
  tagValueProcessor: unescaped,
  ignoreAttributes: true,
  ignoreDeclaration: true,
  parseTagValue: false,
  trimValues: false,
});

/**
 * Reads a document: `{ root: { child: 'text', repeated: ['a', 'b'] } }`, every value as text.
 *
 * @throws AwsError MalformedXML when it is not well formed.
 */
export const parseXml = (text: string): Record<string, unknown> => {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- its successor is the same code in a package of its own
  const verdict = XMLValidator.validate(text);
  if (verdict === true) return parser.parse(text) as Record<string, unknown>;
  throw new AwsError('MalformedXML', `The XML you provided was not well-formed: ${verdict.err.msg}`);
};
