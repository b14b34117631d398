import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { crc32c } from './crc32c.ts';
import { crc64Nvme } from './crc64-nvme.ts';

const crc32Digest = (body: Uint8Array): Buffer => {
  const digest = Buffer.alloc(4);
  digest.writeUInt32BE(crc32(body));
  return digest;
};

const hash =
  (name: 'sha1' | 'sha256') =>
  (body: Uint8Array): Buffer =>
    createHash(name).update(body).digest();

const digests = {
  CRC32: crc32Digest,
  CRC32C: crc32c,
  CRC64NVME: crc64Nvme,
  SHA1: hash('sha1'),
  SHA256: hash('sha256'),
};

/** The name of an algorithm, as S3 writes it. */
export type ChecksumAlgorithm = keyof typeof digests;
/** Of the whole body, or of the parts' checksums. */
export type ChecksumType = 'FULL_OBJECT' | 'COMPOSITE';

/** The algorithms that the double knows. */
export const checksumAlgorithms = Object.keys(digests) as readonly ChecksumAlgorithm[];

/** What S3 keeps of a body to prove it. */
export interface Checksum {
  readonly algorithm: ChecksumAlgorithm;
  /** Base64, for a composite one followed by `-` and the number of parts. */
  readonly value: string;
  readonly type: ChecksumType;
}

/** The header that carries a checksum. */
export const checksumHeader = (algorithm: ChecksumAlgorithm): string =>
  `x-amz-checksum-${algorithm.toLowerCase()}`;

/** The XML element that carries a checksum. */
export const checksumElement = (algorithm: ChecksumAlgorithm): string => `Checksum${algorithm}`;

/** Base64 of the digest. */
export const checksumValue = (algorithm: ChecksumAlgorithm, body: Uint8Array): string =>
  digests[algorithm](body).toString('base64');

/** The checksum of a whole body. */
export const checksumOf = (algorithm: ChecksumAlgorithm, body: Uint8Array): Checksum => ({
  algorithm,
  value: checksumValue(algorithm, body),
  type: 'FULL_OBJECT',
});

/** A checksum of the parts' checksums, in the order of the parts. */
export const compositeChecksum = (algorithm: ChecksumAlgorithm, parts: readonly string[]): Checksum => {
  const digest = Buffer.concat(parts.map((value) => Buffer.from(value, 'base64')));
  return { algorithm, value: `${checksumValue(algorithm, digest)}-${parts.length}`, type: 'COMPOSITE' };
};

/** The headers of an answer that tell a checksum. */
export const checksumHeaders = ({ algorithm, value, type }: Checksum): Record<string, string> => ({
  [checksumHeader(algorithm)]: value,
  'x-amz-checksum-type': type,
});

/** The MD5 of a body, of which entity tags are made. */
export const md5 = (body: Uint8Array): Buffer => createHash('md5').update(body).digest();
