import { createHash } from 'node:crypto';
import type { WireRequest } from '@atlas-engine/aws-wire';
import { badDigest, invalidRequest, s3Refusal } from '../s3-error.ts';
import {
  checksumAlgorithms,
  checksumHeader,
  checksumOf,
  md5,
  type Checksum,
  type ChecksumAlgorithm,
} from './checksum.ts';

/** Checks the SHA-256 that the signature covers, where the caller gave one. @throws AwsError XAmzContentSHA256Mismatch */
export const verifySignedBody = ({ headers, body }: WireRequest): void => {
  const signed = headers['x-amz-content-sha256'] ?? '';
  if (!/^[0-9a-f]{64}$/i.test(signed)) return;
  const actual = createHash('sha256').update(body).digest('hex');
  if (actual === signed.toLowerCase()) return;
  throw s3Refusal('XAmzContentSHA256Mismatch', 400)(
    "The provided 'x-amz-content-sha256' header does not match what was computed.",
    { ClientComputedContentSHA256: signed, S3ComputedContentSHA256: actual },
  );
};

const verifyMd5 = (expected: string, body: Buffer): void => {
  if (Buffer.from(expected, 'base64').length !== 16)
    throw s3Refusal('InvalidDigest', 400)('The Content-MD5 you specified was invalid.', {
      'Content-MD5': expected,
    });
  const actual = md5(body).toString('base64');
  if (actual === expected) return;
  throw badDigest('The Content-MD5 you specified did not match what we received.', {
    ExpectedDigest: expected,
    CalculatedDigest: actual,
  });
};

/** The algorithm of the one checksum that a request may carry, in a header or a trailer. @throws AwsError InvalidRequest */
export const sentAlgorithm = ({ headers }: WireRequest): ChecksumAlgorithm | undefined => {
  const [algorithm, ...others] = checksumAlgorithms.filter(
    (name) => headers[checksumHeader(name)] !== undefined,
  );
  if (others.length > 0)
    throw invalidRequest(
      'Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.',
    );
  if (algorithm === undefined && headers['x-amz-sdk-checksum-algorithm'] !== undefined)
    throw invalidRequest(
      'x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* or x-amz-trailer headers were found.',
    );
  return algorithm;
};

/** Compares a checksum that was sent with that of the body. @throws AwsError InvalidRequest or BadDigest */
export const compareChecksum = (sent: string, actual: Checksum): void => {
  const { algorithm, value } = actual;
  if (sent === value) return;
  const sizes = [sent, value].map((text) => Buffer.from(text, 'base64').length);
  if (sizes[0] !== sizes[1])
    throw invalidRequest(`Value for ${checksumHeader(algorithm)} header is invalid.`);
  throw badDigest(`The ${algorithm} you specified did not match the calculated checksum.`);
};

/**
 * Proves a body by everything that was sent with it: Content-MD5 and one checksum of the five algorithms.
 *
 * Gives the checksum that was sent; undefined when there was none.
 *
 * @throws AwsError InvalidDigest, InvalidRequest or BadDigest.
 */
export const verifyBody = (wire: WireRequest): Checksum | undefined => {
  const { headers, body } = wire;
  if (headers['content-md5'] !== undefined) verifyMd5(headers['content-md5'], body);
  const algorithm = sentAlgorithm(wire);
  if (algorithm === undefined) return undefined;
  const actual = checksumOf(algorithm, body);
  compareChecksum(headers[checksumHeader(algorithm)] ?? '', actual);
  return actual;
};
