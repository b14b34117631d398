import {
  CopyObjectCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  type S3Client,
  type S3ServiceException,
} from '@aws-sdk/client-s3';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { closeServers } from '../testing/local-cloud.ts';
import { bucket as Bucket, startS3 } from '../testing/s3-world.ts';

afterEach(closeServers);

const textOf = async (client: S3Client, Key: string): Promise<string | undefined> =>
  (await client.send(new GetObjectCommand({ Bucket, Key }))).Body?.transformToString();
const put = (client: S3Client, Key: string, Body: string | Uint8Array = 'hello') =>
  client.send(new PutObjectCommand({ Bucket, Key, Body, ContentLength: Buffer.byteLength(Body) }));
const md5Tag = (body: string): string => `"${createHash('md5').update(body).digest('hex')}"`;

describe('PutObject and GetObject', () => {
  it('keep a body with everything that is said about it', async () => {
    const { client, world } = await startS3();
    const expires = new Date(world.clock.now() + 60_000);
    const stored = await client.send(
      new PutObjectCommand({
        Bucket,
        Key: 'a.json',
        Body: '{}',
        ContentType: 'application/json',
        CacheControl: 'max-age=60',
        ContentDisposition: 'attachment',
        ContentEncoding: 'identity',
        ContentLanguage: 'en',
        Expires: expires,
        Metadata: { callId: 'c-1' },
        StorageClass: 'STANDARD_IA',
        ServerSideEncryption: 'aws:kms',
        SSEKMSKeyId: 'key-1',
        BucketKeyEnabled: true,
      }),
    );
    expect(stored).toMatchObject({ ETag: md5Tag('{}'), ServerSideEncryption: 'aws:kms' });
    const read = await client.send(new GetObjectCommand({ Bucket, Key: 'a.json' }));
    expect(await read.Body?.transformToString()).toBe('{}');
    expect(read).toMatchObject({
      ETag: md5Tag('{}'),
      ContentLength: 2,
      ContentType: 'application/json',
      CacheControl: 'max-age=60',
      ContentDisposition: 'attachment',
      ContentEncoding: 'identity',
      ContentLanguage: 'en',
      ExpiresString: expires.toUTCString(),
      Metadata: { callid: 'c-1' },
      StorageClass: 'STANDARD_IA',
      ServerSideEncryption: 'aws:kms',
      SSEKMSKeyId: 'key-1',
      BucketKeyEnabled: true,
      LastModified: new Date(world.clock.now()),
      AcceptRanges: 'bytes',
    });
  });

  it('encrypt by S3 itself and call the type binary when nothing is said', async () => {
    const { client } = await startS3();
    await client.send(new PutObjectCommand({ Bucket, Key: 'k', Body: Buffer.from([0, 255]) }));
    const head = await client.send(new HeadObjectCommand({ Bucket, Key: 'k' }));
    expect(head).toMatchObject({ ServerSideEncryption: 'AES256', ContentLength: 2 });
    expect(head.ContentType).toMatch(/octet-stream/);
  });

  it('replace an object as a whole', async () => {
    const { client } = await startS3();
    await client.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'old', Metadata: { a: '1' } }));
    await put(client, 'k', 'new');
    const read = await client.send(new GetObjectCommand({ Bucket, Key: 'k' }));
    expect([await read.Body?.transformToString(), read.Metadata]).toEqual(['new', {}]);
  });

  const keys = [
    'CallRecordings/2026/11/21/b1f0_20261121T10:00_UTC.wav',
    'with space+plus',
    'ключ/日本語/😀',
    '/leading/and//double',
    'quotes\'"&<>()!*~%25?#[]{}|\\^`',
    'a/../b/./c',
    'x'.repeat(1024),
  ];
  it.each(keys.map((key) => [key.slice(0, 60), key]))('keep the key %s as it is', async (_title, key) => {
    const { client, s3, events } = await startS3();
    await put(client, key, key);
    expect(await textOf(client, key)).toBe(key);
    expect(s3.getObject(Bucket, key)?.toString()).toBe(key);
    expect(events[0]?.detail['object']).toMatchObject({ key });
  });

  it('take a streamed body out of its chunks', async () => {
    const { client } = await startS3();
    const body = Buffer.alloc(150_000, 'abc');
    await client.send(
      new PutObjectCommand({
        Bucket,
        Key: 'k',
        Body: Readable.from([body.subarray(0, 70_000), body.subarray(70_000)]),
        ContentLength: body.length,
      }),
    );
    const read = await client.send(new GetObjectCommand({ Bucket, Key: 'k' }));
    expect(Buffer.from((await read.Body?.transformToByteArray()) ?? [])).toEqual(body);
  });

  it('answer headers that the caller asks for instead', async () => {
    const { client } = await startS3();
    await put(client, 'k');
    const read = await client.send(
      new GetObjectCommand({
        Bucket,
        Key: 'k',
        ResponseContentType: 'text/csv',
        ResponseContentDisposition: 'inline',
      }),
    );
    expect(read).toMatchObject({ ContentType: 'text/csv', ContentDisposition: 'inline' });
  });

  it('refuse what is not there', async () => {
    const { client } = await startS3();
    const get = (input: { Bucket: string; Key: string }) => client.send(new GetObjectCommand(input));
    await expect(get({ Bucket, Key: 'none' })).rejects.toMatchObject({
      name: 'NoSuchKey',
      $metadata: { httpStatusCode: 404 },
    });
    await expect(get({ Bucket: 'no-such-bucket', Key: 'k' })).rejects.toMatchObject({
      name: 'NoSuchBucket',
      $metadata: { httpStatusCode: 404 },
    });
    await expect(
      client.send(new PutObjectCommand({ Bucket: 'no-such-bucket', Key: 'k', Body: 'x' })),
    ).rejects.toMatchObject({ name: 'NoSuchBucket' });
  });

  it('refuse keys, metadata, access lists and headers that S3 or the double does not take', async () => {
    const { client } = await startS3();
    const put = (input: Partial<ConstructorParameters<typeof PutObjectCommand>[0]>) =>
      client.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'x', ...input }));
    await expect(put({ Key: 'x'.repeat(1025) })).rejects.toMatchObject({ name: 'KeyTooLongError' });
    await expect(put({ Metadata: { big: 'x'.repeat(2048) } })).rejects.toMatchObject({
      name: 'MetadataTooLarge',
    });
    await expect(put({ ACL: 'public-read' })).rejects.toMatchObject({
      name: 'AccessControlListNotSupported',
    });
    await expect(put({ ACL: 'bucket-owner-full-control' })).resolves.toBeDefined();
    await expect(put({ StorageClass: 'GLACIER' })).rejects.toMatchObject({
      name: 'NotImplemented',
      $metadata: { httpStatusCode: 501 },
    });
    await expect(put({ ServerSideEncryption: 'aws:kms:dsse' })).rejects.toMatchObject({
      name: 'InvalidArgument',
    });
    await expect(put({ Tagging: 'a=b' })).rejects.toMatchObject({
      name: 'NotImplemented',
      message: expect.stringContaining('x-amz-tagging'),
    });
    await expect(put({ ExpectedBucketOwner: '111111111111' })).rejects.toMatchObject({
      name: 'AccessDenied',
      $metadata: { httpStatusCode: 403 },
    });
    await expect(
      client.send(new GetObjectCommand({ Bucket, Key: 'k', VersionId: 'v1' })),
    ).rejects.toMatchObject({ name: 'InvalidArgument' });
    await expect(
      client.send(new GetObjectCommand({ Bucket, Key: 'k', PartNumber: 1 })),
    ).rejects.toMatchObject({ name: 'NotImplemented' });
  });
});

describe('a range', () => {
  const ranges: readonly (readonly [string, string, string])[] = [
    ['bytes=0-0', 'a', 'bytes 0-0/5'],
    ['bytes=1-3', 'bcd', 'bytes 1-3/5'],
    ['bytes=3-', 'de', 'bytes 3-4/5'],
    ['bytes=-2', 'de', 'bytes 3-4/5'],
    ['bytes=-99', 'abcde', 'bytes 0-4/5'],
    ['bytes=2-99', 'cde', 'bytes 2-4/5'],
  ];
  it.each(ranges)('%s gives %s', async (Range, content, ContentRange) => {
    const { client } = await startS3();
    await put(client, 'k', 'abcde');
    const read = await client.send(new GetObjectCommand({ Bucket, Key: 'k', Range }));
    expect(await read.Body?.transformToString()).toBe(content);
    expect(read).toMatchObject({ ContentRange, $metadata: { httpStatusCode: 206 } });
  });

  it.each(['bytes=5-', 'bytes=9-12', 'bytes=-0'])('%s is not satisfiable', async (Range) => {
    const { client } = await startS3();
    await put(client, 'k', 'abcde');
    await expect(client.send(new GetObjectCommand({ Bucket, Key: 'k', Range }))).rejects.toMatchObject({
      name: 'InvalidRange',
      $metadata: { httpStatusCode: 416 },
    });
  });

  it.each(['bytes=3-1', 'bytes=0-1,3-4', 'lines=1-2', 'bytes=-'])('%s is ignored', async (Range) => {
    const { client } = await startS3();
    await put(client, 'k', 'abcde');
    const read = await client.send(new GetObjectCommand({ Bucket, Key: 'k', Range }));
    expect(await read.Body?.transformToString()).toBe('abcde');
  });

  it('of an empty object is not satisfiable, its whole is', async () => {
    const { client } = await startS3();
    await put(client, 'k', '');
    expect(await textOf(client, 'k')).toBe('');
    await expect(
      client.send(new GetObjectCommand({ Bucket, Key: 'k', Range: 'bytes=0-' })),
    ).rejects.toMatchObject({ name: 'InvalidRange' });
  });
});

describe('HeadObject', () => {
  it('tells what GetObject would, without the body', async () => {
    const { client } = await startS3();
    await put(client, 'k', 'abcde');
    const head = await client.send(new HeadObjectCommand({ Bucket, Key: 'k' }));
    expect(head).toMatchObject({ ContentLength: 5, ETag: md5Tag('abcde') });
  });

  it('is refused without a body', async () => {
    const { client, server } = await startS3();
    await expect(client.send(new HeadObjectCommand({ Bucket, Key: 'none' }))).rejects.toMatchObject({
      name: 'NotFound',
      $metadata: { httpStatusCode: 404 },
    });
    const signed = 'AWS4-HMAC-SHA256 Credential=AKIALOCAL/20260101/us-east-1/s3/aws4_request, Signature=0';
    const answer = await fetch(`${server.url}/${Bucket}/none`, {
      method: 'HEAD',
      headers: { authorization: signed },
    });
    expect([answer.status, answer.headers.get('content-length')]).toEqual([404, '0']);
  });
});

describe('conditions of a read', () => {
  const future = new Date('2027-01-01T00:00:00Z');
  const past = new Date('2025-01-01T00:00:00Z');
  it.each([
    [{ IfMatch: md5Tag('hello') }, 200],
    [{ IfMatch: '*' }, 200],
    [{ IfMatch: '"other"' }, 412],
    [{ IfNoneMatch: '"other"' }, 200],
    [{ IfNoneMatch: `"other", ${md5Tag('hello')}` }, 304],
    [{ IfModifiedSince: past }, 200],
    [{ IfModifiedSince: future }, 304],
    [{ IfUnmodifiedSince: future }, 200],
    [{ IfUnmodifiedSince: past }, 412],
    [{ IfMatch: md5Tag('hello'), IfUnmodifiedSince: past }, 200],
    [{ IfNoneMatch: '"other"', IfModifiedSince: future }, 200],
  ])('%j give %i', async (conditions, status) => {
    const { client } = await startS3();
    await put(client, 'k');
    const asked = { Bucket, Key: 'k', ...conditions };
    const statusOf = async (call: Promise<{ $metadata: { httpStatusCode?: number } }>) =>
      (await call.catch((error: unknown) => error as S3ServiceException)).$metadata.httpStatusCode;
    const statuses = await Promise.all([
      statusOf(client.send(new GetObjectCommand(asked))),
      statusOf(client.send(new HeadObjectCommand(asked))),
    ]);
    expect(statuses).toEqual([status, status]);
  });
});

describe('conditions of a write', () => {
  it('keep an object that is there from being replaced', async () => {
    const { client } = await startS3();
    const once = (Body: string) =>
      client.send(new PutObjectCommand({ Bucket, Key: 'k', Body, IfNoneMatch: '*' }));
    await once('first');
    await expect(once('second')).rejects.toMatchObject({
      name: 'PreconditionFailed',
      $metadata: { httpStatusCode: 412 },
    });
    expect(await textOf(client, 'k')).toBe('first');
  });

  it('replace only the object that the caller knows', async () => {
    const { client } = await startS3();
    const swap = (IfMatch: string) =>
      client.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'next', IfMatch }));
    await expect(swap('"x"')).rejects.toMatchObject({ name: 'NoSuchKey' });
    await put(client, 'k', 'first');
    await expect(swap('"x"')).rejects.toMatchObject({ name: 'PreconditionFailed' });
    await swap(md5Tag('first'));
    expect(await textOf(client, 'k')).toBe('next');
  });

  it('know no other If-None-Match than *', async () => {
    const { client } = await startS3();
    await expect(
      client.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'x', IfNoneMatch: '"x"' })),
    ).rejects.toMatchObject({ name: 'NotImplemented' });
  });
});

describe('DeleteObject', () => {
  it('succeeds for what is there and what is not', async () => {
    const { client, s3 } = await startS3();
    await put(client, 'k');
    const remove = () => client.send(new DeleteObjectCommand({ Bucket, Key: 'k' }));
    expect((await remove()).$metadata.httpStatusCode).toBe(204);
    expect((await remove()).$metadata.httpStatusCode).toBe(204);
    expect(s3.getObject(Bucket, 'k')).toBeUndefined();
  });

  it('is refused in a bucket that is not there, and with a condition', async () => {
    const { client } = await startS3();
    await expect(
      client.send(new DeleteObjectCommand({ Bucket: 'no-such-bucket', Key: 'k' })),
    ).rejects.toMatchObject({ name: 'NoSuchBucket' });
    await expect(
      client.send(new DeleteObjectCommand({ Bucket, Key: 'k', IfMatch: '"x"' })),
    ).rejects.toMatchObject({ name: 'NotImplemented' });
  });
});

describe('DeleteObjects', () => {
  const keys = (...names: string[]) => ({ Objects: names.map((Key) => ({ Key })) });

  it('deletes many, and tells of them unless it is to be quiet', async () => {
    const { client, s3 } = await startS3();
    for (const key of ['a', 'b&<c>', ' spaced ']) await put(client, key);
    const { Deleted } = await client.send(
      new DeleteObjectsCommand({ Bucket, Delete: keys('a', ' spaced ', 'never') }),
    );
    expect(Deleted?.map(({ Key }) => Key)).toEqual(['a', ' spaced ', 'never']);
    const quiet = await client.send(
      new DeleteObjectsCommand({ Bucket, Delete: { ...keys('b&<c>'), Quiet: true } }),
    );
    expect(quiet.Deleted).toBeUndefined();
    expect(s3.getObject(Bucket, 'b&<c>')).toBeUndefined();
  });

  it('takes 1,000 keys and no more', async () => {
    const { client } = await startS3();
    const many = keys(...Array.from({ length: 1001 }, (_, index) => `k${index}`));
    await expect(client.send(new DeleteObjectsCommand({ Bucket, Delete: many }))).rejects.toMatchObject({
      name: 'MalformedXML',
    });
    await expect(
      client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects: many.Objects.slice(1) } })),
    ).resolves.toBeDefined();
  });

  it('refuses versions, entity tags and a body that nothing proves', async () => {
    const { client, server } = await startS3();
    const remove = (object: { Key: string; VersionId?: string; ETag?: string }) =>
      client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects: [object] } }));
    await expect(remove({ Key: 'k', VersionId: 'v' })).rejects.toMatchObject({ name: 'NotImplemented' });
    await expect(remove({ Key: 'k', ETag: 'e' })).rejects.toMatchObject({ name: 'NotImplemented' });
    const answer = await fetch(`${server.url}/${Bucket}?delete`, {
      method: 'POST',
      headers: { authorization: 'AWS4-HMAC-SHA256 Credential=AKIALOCAL/20260101/us-east-1/s3/aws4_request' },
      body: '<Delete><Object><Key>k</Key></Object></Delete>',
    });
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('Content-MD5')]);
  });
});

describe('CopyObject', () => {
  it('copies an object with what is said about it', async () => {
    const { client, events } = await startS3();
    await client.send(
      new PutObjectCommand({
        Bucket,
        Key: 'from/ключ +1',
        Body: 'hello',
        ContentType: 'text/plain',
        Metadata: { a: '1' },
        CacheControl: 'no-cache',
      }),
    );
    const copied = await client.send(
      new CopyObjectCommand({ Bucket, Key: 'to', CopySource: encodeURI(`${Bucket}/from/ключ +1`) }),
    );
    expect(copied.CopyObjectResult?.ETag).toBe(md5Tag('hello'));
    const read = await client.send(new GetObjectCommand({ Bucket, Key: 'to' }));
    expect(await read.Body?.transformToString()).toBe('hello');
    expect(read).toMatchObject({ ContentType: 'text/plain', Metadata: { a: '1' }, CacheControl: 'no-cache' });
    expect(events.at(-1)?.detail).toMatchObject({ reason: 'CopyObject' });
  });

  it('replaces what is said about it when asked to', async () => {
    const { client } = await startS3();
    await client.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'x', Metadata: { a: '1' } }));
    await client.send(
      new CopyObjectCommand({
        Bucket,
        Key: 'k',
        CopySource: `${Bucket}/k`,
        MetadataDirective: 'REPLACE',
        Metadata: { b: '2' },
        ChecksumAlgorithm: 'SHA256',
      }),
    );
    const head = await client.send(new HeadObjectCommand({ Bucket, Key: 'k', ChecksumMode: 'ENABLED' }));
    expect(head.Metadata).toEqual({ b: '2' });
    expect(head.ChecksumSHA256).toBe(createHash('sha256').update('x').digest('base64'));
  });

  it('is refused for a missing source, a bad one, onto itself, and when a condition fails', async () => {
    const { client } = await startS3();
    await put(client, 'k');
    const copy = (input: Partial<ConstructorParameters<typeof CopyObjectCommand>[0]>) =>
      client.send(new CopyObjectCommand({ Bucket, Key: 'k', CopySource: `${Bucket}/k`, ...input }));
    await expect(copy({ CopySource: `${Bucket}/none` })).rejects.toMatchObject({ name: 'NoSuchKey' });
    await expect(copy({ CopySource: 'no-such-bucket/k' })).rejects.toMatchObject({ name: 'NoSuchBucket' });
    await expect(copy({ CopySource: 'k' })).rejects.toMatchObject({ name: 'InvalidArgument' });
    await expect(copy({ CopySource: `${Bucket}/%zz` })).rejects.toMatchObject({ name: 'InvalidArgument' });
    await expect(copy({ CopySource: `${Bucket}/k?versionId=v` })).rejects.toMatchObject({
      name: 'InvalidArgument',
    });
    await expect(copy({})).rejects.toMatchObject({ name: 'InvalidRequest' });
    await expect(copy({ Key: 'c', CopySourceIfMatch: '"x"' })).rejects.toMatchObject({
      name: 'PreconditionFailed',
    });
    await expect(copy({ Key: 'c', CopySourceIfNoneMatch: '*' })).rejects.toMatchObject({
      name: 'PreconditionFailed',
    });
    await expect(copy({ Key: 'c', TaggingDirective: 'REPLACE' })).rejects.toMatchObject({
      name: 'NotImplemented',
    });
  });
});
