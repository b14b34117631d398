import { gunzipSync } from 'node:zlib';
import { AwsError } from './aws-error.ts';
import { isAwsChunked, unframe } from './aws-chunked.ts';
import type { SigningScope, WireRequest } from './wire.ts';

/** The largest request body that is taken, before and after unzipping: 64 MiB. */
export const largestBody = 64 * 1024 * 1024;

type Decoded = Pick<WireRequest, 'body' | 'headers'>;

const withoutEncoding = (headers: Decoded['headers'], encoding: string): Record<string, string> => {
  const { 'content-encoding': encodings = '', ...others } = headers;
  const kept = encodings
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== encoding);
  return kept.length > 0 ? { ...others, 'content-encoding': kept.join(',') } : others;
};

const unframed = ({ headers, body: framed }: Decoded): Decoded => {
  const { body, trailers } = unframe(framed);
  const announced = headers['x-amz-decoded-content-length'];
  if (announced !== undefined && Number(announced) !== body.length)
    throw new AwsError(
      'IncompleteBody',
      `x-amz-decoded-content-length: announces ${announced} bytes, the body has ${body.length}`,
    );
  return { body, headers: { ...withoutEncoding(headers, 'aws-chunked'), ...trailers } };
};

const unzipped = ({ headers, body }: Decoded): Decoded => {
  try {
    const plain = gunzipSync(body, { maxOutputLength: largestBody });
    return { body: plain, headers: withoutEncoding(headers, 'gzip') };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new AwsError('SerializationException', `gzip body: ${reason}`);
  }
};

/**
 * Undoes what the transport did to a body: aws-chunked, then gzip. For S3 gzip stays, it is the object's own.
 *
 * Trailers become headers.
 *
 * @throws AwsError IncompleteBody or SerializationException when a body is not what its headers say.
 */
export const decodeBody = (raw: Decoded, scope?: SigningScope): Decoded => {
  const whole = isAwsChunked(raw.headers) ? unframed(raw) : raw;
  const isZipped = whole.headers['content-encoding'] === 'gzip' && scope?.service !== 's3';
  return isZipped ? unzipped(whole) : whole;
};
