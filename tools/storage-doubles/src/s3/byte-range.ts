import { s3Refusal } from './s3-error.ts';

/** First and last byte, both included. */
export type ByteRange = readonly [from: number, to: number];

const span = (first: string, last: string, size: number): ByteRange => {
  if (first === '') return [Math.max(0, size - Number(last)), size - 1];
  return [Number(first), last === '' ? size - 1 : Math.min(Number(last), size - 1)];
};

const isBackwards = (first: string, last: string): boolean =>
  first !== '' && last !== '' && Number(first) > Number(last);

/**
 * The part of a body that a Range header asks for; undefined for the whole. A header that is not one range of bytes
 * is ignored, as RFC 9110 wants it.
 *
 * @throws AwsError InvalidRange when the body has none of these bytes.
 */
export const byteRange = (header: string | undefined, size: number): ByteRange | undefined => {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first + last === '' || isBackwards(first, last)) return undefined;
  const range = span(first, last, size);
  if (range[0] <= range[1]) return range;
  throw s3Refusal('InvalidRange', 416)('The requested range is not satisfiable', {
    RangeRequested: header,
    ActualObjectSize: size,
  });
};
