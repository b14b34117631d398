import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteBucketCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  PutObjectCommand,
  UploadPartCommand,
  UploadPartCopyCommand,
  paginateListParts,
  type CompletedPart,
  type CreateMultipartUploadCommandInput,
} from '@aws-sdk/client-s3';
import { createHash } from 'node:crypto';
import { closeServers } from '../testing/local-cloud.ts';
import { bucket as Bucket, startS3, type S3World } from '../testing/s3-world.ts';
import { checksumValue } from './checksum/checksum.ts';

afterEach(closeServers);

const Key = 'CallRecordings/long call.wav';
const big = Buffer.alloc(5 * 1024 * 1024, 'x');
const digest = (...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash('md5');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

const start = async ({ client }: S3World, input: Partial<CreateMultipartUploadCommandInput> = {}) =>
  (await client.send(new CreateMultipartUploadCommand({ Bucket, Key, ...input }))).UploadId;

const uploadPart = async (
  { client }: S3World,
  UploadId: string | undefined,
  PartNumber: number,
  Body: string | Buffer,
): Promise<CompletedPart> => {
  const { ETag, ChecksumCRC32 } = await client.send(
    new UploadPartCommand({ Bucket, Key, UploadId, PartNumber, Body }),
  );
  return { PartNumber, ETag, ChecksumCRC32 };
};

const complete = (
  { client }: S3World,
  UploadId: string | undefined,
  Parts: CompletedPart[],
  input: Partial<ConstructorParameters<typeof CompleteMultipartUploadCommand>[0]> = {},
) =>
  client.send(
    new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts }, ...input }),
  );

describe('a multipart upload', () => {
  it('puts an object together from its parts, in any order of sending', async () => {
    const world = await startS3();
    const id = await start(world, { ContentType: 'audio/wav', Metadata: { a: '1' } });
    const last = await uploadPart(world, id, 7, 'tail');
    await uploadPart(world, id, 2, 'replaced');
    const first = await uploadPart(world, id, 2, big);
    await uploadPart(world, id, 9, 'not wanted');
    const made = await complete(world, id, [first, last]);
    const ETag = `"${digest(digest(big), digest(Buffer.from('tail'))).toString('hex')}-2"`;
    expect(made).toMatchObject({ Bucket, Key, ETag });
    const read = await world.client.send(new GetObjectCommand({ Bucket, Key }));
    expect(read).toMatchObject({ ETag, ContentType: 'audio/wav', Metadata: { a: '1' } });
    const body = Buffer.from((await read.Body?.transformToByteArray()) ?? []);
    expect(digest(body)).toEqual(digest(big, Buffer.from('tail')));
    expect(world.events.map(({ detail }) => detail['reason'])).toEqual(['CompleteMultipartUpload']);
  });

  it('is proved as a whole when nothing else was asked for', async () => {
    const world = await startS3();
    const id = await start(world);
    await complete(world, id, [await uploadPart(world, id, 1, 'one')]);
    const head = await world.client.send(new HeadObjectCommand({ Bucket, Key, ChecksumMode: 'ENABLED' }));
    expect(head).toMatchObject({
      ChecksumCRC64NVME: checksumValue('CRC64NVME', Buffer.from('one')),
      ChecksumType: 'FULL_OBJECT',
    });
  });

  it('is proved by the checksums of its parts when its algorithm is named', async () => {
    const world = await startS3();
    const id = await start(world, { ChecksumAlgorithm: 'CRC32' });
    const part = await uploadPart(world, id, 1, 'one');
    await expect(complete(world, id, [{ ...part, ChecksumCRC32: undefined }])).rejects.toMatchObject({
      name: 'InvalidRequest',
    });
    await expect(complete(world, id, [{ ...part, ChecksumCRC32: 'AAAAAA==' }])).rejects.toMatchObject({
      name: 'InvalidPart',
    });
    const made = await complete(world, id, [part]);
    const value = checksumValue('CRC32', Buffer.from(part.ChecksumCRC32 ?? '', 'base64'));
    expect(made).toMatchObject({ ChecksumCRC32: `${value}-1`, ChecksumType: 'COMPOSITE' });
  });

  it('is compared with what the caller says of the whole', async () => {
    const world = await startS3();
    const id = await start(world, { ChecksumAlgorithm: 'CRC32', ChecksumType: 'FULL_OBJECT' });
    const part = await uploadPart(world, id, 1, 'one');
    await expect(
      complete(world, id, [part], { ChecksumCRC32: checksumValue('CRC32', Buffer.from('two')) }),
    ).rejects.toMatchObject({ name: 'BadDigest' });
    await expect(complete(world, id, [part], { MpuObjectSize: 99 })).rejects.toMatchObject({
      name: 'InvalidRequest',
    });
    const ChecksumCRC32 = checksumValue('CRC32', Buffer.from('one'));
    expect(await complete(world, id, [part], { ChecksumCRC32, MpuObjectSize: 3 })).toMatchObject({
      ChecksumCRC32,
      ChecksumType: 'FULL_OBJECT',
    });
  });

  it.each([
    [{ ChecksumAlgorithm: 'SHA256', ChecksumType: 'FULL_OBJECT' }],
    [{ ChecksumAlgorithm: 'CRC64NVME', ChecksumType: 'COMPOSITE' }],
    [{ ChecksumAlgorithm: 'XXHASH64' }],
    [{ ChecksumType: 'FULL_OBJECT' }],
  ])('can not be proved by %j', async (input) => {
    const world = await startS3();
    await expect(start(world, input as Partial<CreateMultipartUploadCommandInput>)).rejects.toMatchObject({
      name: 'InvalidRequest',
    });
  });

  it('takes parts of its own algorithm only', async () => {
    const world = await startS3();
    const UploadId = await start(world, { ChecksumAlgorithm: 'SHA256' });
    await expect(uploadPart(world, UploadId, 1, 'one')).rejects.toMatchObject({
      name: 'InvalidRequest',
      message: expect.stringContaining('sha256'),
    });
  });

  it('answers again as it did, until its object is another one', async () => {
    const world = await startS3();
    const id = await start(world);
    const part = await uploadPart(world, id, 1, 'one');
    const made = await complete(world, id, [part]);
    expect((await complete(world, id, [part])).ETag).toBe(made.ETag);
    expect(world.events).toHaveLength(1);
    await world.client.send(new PutObjectCommand({ Bucket, Key, Body: 'other' }));
    await expect(complete(world, id, [part])).rejects.toMatchObject({ name: 'NoSuchUpload' });
  });

  it('is forgotten a day after its end', async () => {
    const world = await startS3();
    const id = await start(world);
    const part = await uploadPart(world, id, 1, 'one');
    await complete(world, id, [part]);
    await world.world.clock.advanceBy(24 * 60 * 60_000);
    await start(world);
    await expect(complete(world, id, [part])).rejects.toMatchObject({ name: 'NoSuchUpload' });
  });

  it('does not replace an object against a condition', async () => {
    const world = await startS3();
    const id = await start(world);
    const part = await uploadPart(world, id, 1, 'one');
    await world.client.send(new PutObjectCommand({ Bucket, Key, Body: 'first' }));
    await expect(complete(world, id, [part], { IfNoneMatch: '*' })).rejects.toMatchObject({
      name: 'PreconditionFailed',
    });
  });

  it('is refused for parts that are too small, missing, changed, out of order or none', async () => {
    const world = await startS3();
    const id = await start(world);
    const one = await uploadPart(world, id, 1, 'one');
    const two = await uploadPart(world, id, 2, 'two');
    const rejected = (parts: CompletedPart[], name: string) =>
      expect(complete(world, id, parts)).rejects.toMatchObject({ name });
    await rejected([one, two], 'EntityTooSmall');
    await rejected([two, one], 'InvalidPartOrder');
    await rejected([one, one], 'InvalidPartOrder');
    await rejected([{ ...one, PartNumber: 3 }], 'InvalidPart');
    await rejected([{ ...one, ETag: two.ETag }], 'InvalidPart');
    await rejected([{ PartNumber: 1 }], 'MalformedXML');
    await rejected([], 'MalformedXML');
    await expect(complete(world, id, [one])).resolves.toBeDefined();
  });

  it.each([0, 10_001, 1.5])('has no part %d', async (number) => {
    const world = await startS3();
    const id = await start(world);
    await expect(uploadPart(world, id, number, 'x')).rejects.toMatchObject({ name: 'InvalidArgument' });
  });

  it('belongs to its bucket and key, and ends when it is aborted', async () => {
    const world = await startS3();
    const id = await start(world);
    const part = await uploadPart(world, id, 1, 'one');
    await expect(complete(world, id, [part], { Key: 'other' })).rejects.toMatchObject({
      name: 'NoSuchUpload',
      $metadata: { httpStatusCode: 404 },
    });
    const abort = () => world.client.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId: id }));
    expect((await abort()).$metadata.httpStatusCode).toBe(204);
    expect((await abort()).$metadata.httpStatusCode).toBe(204);
    await expect(complete(world, id, [part])).rejects.toMatchObject({ name: 'NoSuchUpload' });
    await expect(uploadPart(world, id, 2, 'two')).rejects.toMatchObject({ name: 'NoSuchUpload' });
    await expect(uploadPart(world, 'never', 1, 'x')).rejects.toMatchObject({ name: 'NoSuchUpload' });
  });

  it('takes no parts from other objects', async () => {
    const world = await startS3();
    const UploadId = await start(world);
    await expect(
      world.client.send(
        new UploadPartCopyCommand({ Bucket, Key, UploadId, PartNumber: 1, CopySource: `${Bucket}/k` }),
      ),
    ).rejects.toMatchObject({ message: expect.stringContaining('UploadPartCopy') });
  });

  it('lists its parts in pages', async () => {
    const world = await startS3();
    const UploadId = await start(world, { ChecksumAlgorithm: 'CRC32' });
    for (const number of [3, 1, 2]) await uploadPart(world, UploadId, number, `part ${number}`);
    const seen: unknown[] = [];
    for await (const page of paginateListParts(
      { client: world.client, pageSize: 2 },
      { Bucket, Key, UploadId },
    ))
      seen.push(page.Parts?.map(({ PartNumber, Size }) => [PartNumber, Size]));
    expect(seen).toEqual([
      [
        [1, 6],
        [2, 6],
      ],
      [[3, 6]],
    ]);
  });
});

describe('ListMultipartUploads', () => {
  it('lists what is under way, by key and start, in pages', async () => {
    const world = await startS3();
    const first = await start(world, { Key: 'b' });
    await world.world.clock.advanceBy(1000);
    const second = await start(world, { Key: 'b' });
    const third = await start(world, { Key: 'a/1' });
    const ended = await start(world, { Key: 'c' });
    await world.client.send(new AbortMultipartUploadCommand({ Bucket, Key: 'c', UploadId: ended }));
    const list = (input: object = {}) =>
      world.client.send(new ListMultipartUploadsCommand({ Bucket, MaxUploads: 2, ...input }));
    const page = await list();
    expect(page.Uploads?.map(({ UploadId }) => UploadId)).toEqual([third, first]);
    expect(page).toMatchObject({ IsTruncated: true, NextKeyMarker: 'b', NextUploadIdMarker: first });
    const rest = await list({ KeyMarker: page.NextKeyMarker, UploadIdMarker: page.NextUploadIdMarker });
    expect([rest.Uploads?.map(({ UploadId }) => UploadId), rest.IsTruncated]).toEqual([[second], false]);
    expect((await list({ Prefix: 'a/' })).Uploads).toHaveLength(1);
    expect((await list({ KeyMarker: 'b' })).Uploads).toBeUndefined();
    await expect(list({ Delimiter: '/' })).rejects.toMatchObject({ name: 'NotImplemented' });
  });

  it('is empty after the bucket was removed and made again', async () => {
    const world = await startS3();
    await uploadPart(world, await start(world), 1, 'one');
    await world.client.send(new DeleteBucketCommand({ Bucket }));
    world.s3.createBucket({ BucketName: Bucket });
    const { Uploads } = await world.client.send(new ListMultipartUploadsCommand({ Bucket }));
    expect(Uploads).toBeUndefined();
  });
});
