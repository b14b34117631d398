import { AwsError } from './aws-error.ts';

/** A body without its frame, and the trailers that followed it (names in lower case). */
export interface UnframedBody {
  readonly body: Buffer;
  readonly trailers: Readonly<Record<string, string>>;
}

const lineEnd = Buffer.from('\r\n');

const incomplete = (what: string): AwsError =>
  new AwsError('IncompleteBody', `aws-chunked body: ${what}`, { status: 400 });

const trailersOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    text
      .split('\r\n')
      .filter((line) => line.includes(':'))
      .map((line) => {
        const colon = line.indexOf(':');
        return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
      }),
  );

/** Whether a request's body is in chunks of its own (`aws-chunked`), as SDKs send streams to S3. */
export const isAwsChunked = (headers: Readonly<Record<string, string>>): boolean =>
  /(^|[\s,])aws-chunked([\s,]|$)/.test(headers['content-encoding'] ?? '') ||
  (headers['x-amz-content-sha256'] ?? '').startsWith('STREAMING-');

/**
 * Takes an aws-chunked body out of its frame.
 *
 * @throws AwsError IncompleteBody when a chunk is malformed or cut short.
 */
export const unframe = (framed: Buffer): UnframedBody => {
  const chunks: Buffer[] = [];
  for (let offset = 0; ;) {
    const end = framed.indexOf(lineEnd, offset);
    if (end < 0) throw incomplete('the last chunk (size 0) is missing');
    const size = framed.toString('latin1', offset, end).split(';')[0] ?? '';
    if (!/^[0-9a-fA-F]+$/.test(size))
      throw incomplete(`a chunk size must be hexadecimal, was "${size.slice(0, 20)}"`);
    const start = end + lineEnd.length;
    const length = Number.parseInt(size, 16);
    if (length === 0)
      return { body: Buffer.concat(chunks), trailers: trailersOf(framed.toString('latin1', start)) };
    if (start + length + lineEnd.length > framed.length) throw incomplete('a chunk is shorter than its size');
    chunks.push(framed.subarray(start, start + length));
    offset = start + length + lineEnd.length;
  }
};
