import { GetObjectCommand, HeadObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { closeServers } from '../testing/local-cloud.ts';
import { bucket as Bucket, startS3, type S3World } from '../testing/s3-world.ts';
import { checksumValue } from './checksum/checksum.ts';
import { crc32c } from './checksum/crc32c.ts';
import { crc64Nvme } from './checksum/crc64-nvme.ts';

afterEach(closeServers);

const body = 'what was said';
const base64 = (algorithm: string) => createHash(algorithm).update(body).digest('base64');

/** A put with exactly these headers, which a client would make itself. */
const rawPut = async ({ server }: S3World, headers: Record<string, string>) => {
  const answer = await fetch(`${server.url}/${Bucket}/k`, {
    method: 'PUT',
    headers: {
      authorization: 'AWS4-HMAC-SHA256 Credential=AKIALOCAL/20260101/us-east-1/s3/aws4_request',
      ...headers,
    },
    body,
  });
  const code = /<Code>(\w+)/.exec(await answer.text())?.[1];
  return [answer.status, code];
};

describe('checksums', () => {
  it('have the check values of their specifications', () => {
    const digits = Buffer.from('123456789');
    expect(crc32c(digits).toString('hex')).toBe('e3069283');
    expect(crc64Nvme(digits).toString('hex')).toBe('ae8b14860a799888');
    expect(checksumValue('CRC32', digits)).toBe(Buffer.from('cbf43926', 'hex').toString('base64'));
  });

  it.each(['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256'] as const)(
    'of %s are what the client reckons, both ways',
    async (ChecksumAlgorithm) => {
      const { client } = await startS3();
      await client.send(new PutObjectCommand({ Bucket, Key: 'k', Body: body, ChecksumAlgorithm }));
      const read = await client.send(new GetObjectCommand({ Bucket, Key: 'k', ChecksumMode: 'ENABLED' }));
      // The client compares while it reads.
      expect(await read.Body?.transformToString()).toBe(body);
      expect(read[`Checksum${ChecksumAlgorithm}`]).toBe(checksumValue(ChecksumAlgorithm, Buffer.from(body)));
      expect(read.ChecksumType).toBe('FULL_OBJECT');
    },
  );

  it('are reckoned by S3 itself when the client sends none, and told only when asked for', async () => {
    const { client } = await startS3({ client: { requestChecksumCalculation: 'WHEN_REQUIRED' } });
    await client.send(new PutObjectCommand({ Bucket, Key: 'k', Body: body }));
    const asked = await client.send(new HeadObjectCommand({ Bucket, Key: 'k', ChecksumMode: 'ENABLED' }));
    expect(asked.ChecksumCRC64NVME).toBe(checksumValue('CRC64NVME', Buffer.from(body)));
    const plain = await client.send(new HeadObjectCommand({ Bucket, Key: 'k' }));
    expect(plain.ChecksumCRC64NVME).toBeUndefined();
  });

  it('of a part of an object are not told', async () => {
    const { client } = await startS3();
    await client.send(new PutObjectCommand({ Bucket, Key: 'k', Body: body }));
    const read = await client.send(new GetObjectCommand({ Bucket, Key: 'k', Range: 'bytes=0-3' }));
    expect(await read.Body?.transformToString()).toBe('what');
    expect(read.ChecksumCRC32).toBeUndefined();
  });

  it.each([
    [{ 'content-md5': base64('md5') }, 200, undefined],
    [{ 'content-md5': createHash('md5').update('other').digest('base64') }, 400, 'BadDigest'],
    [{ 'content-md5': 'short' }, 400, 'InvalidDigest'],
    [{ 'x-amz-checksum-sha1': base64('sha1') }, 200, undefined],
    [{ 'x-amz-checksum-sha1': createHash('sha1').update('other').digest('base64') }, 400, 'BadDigest'],
    [{ 'x-amz-checksum-sha1': 'AAAA' }, 400, 'InvalidRequest'],
    [
      { 'x-amz-checksum-sha1': base64('sha1'), 'x-amz-checksum-sha256': base64('sha256') },
      400,
      'InvalidRequest',
    ],
    [{ 'x-amz-sdk-checksum-algorithm': 'CRC32' }, 400, 'InvalidRequest'],
    [{ 'x-amz-checksum-xxhash64': 'AAAA' }, 501, 'NotImplemented'],
    [{ 'x-amz-content-sha256': createHash('sha256').update(body).digest('hex') }, 200, undefined],
    [{ 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' }, 200, undefined],
    [{ 'x-amz-content-sha256': '0'.repeat(64) }, 400, 'XAmzContentSHA256Mismatch'],
  ])('that are sent are checked: %j', async (headers: Record<string, string>, status, code) => {
    const started = await startS3();
    expect(await rawPut(started, headers)).toEqual([status, code]);
    expect(started.s3.getObject(Bucket, 'k') !== undefined).toBe(status === 200);
  });
});

describe('a CRC', () => {
  it('changes with every single bit of the body', () => {
    const flips = fc
      .uint8Array({ minLength: 1, maxLength: 60 })
      .chain((bytes) => fc.record({ bytes: fc.constant(bytes), bit: fc.nat(bytes.length * 8 - 1) }));
    fc.assert(
      fc.property(flips, ({ bytes, bit }) => {
        const flipped = Uint8Array.from(bytes);
        flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(crc64Nvme(flipped)).not.toEqual(crc64Nvme(bytes));
        expect(crc32c(flipped)).not.toEqual(crc32c(bytes));
      }),
    );
  });
});
