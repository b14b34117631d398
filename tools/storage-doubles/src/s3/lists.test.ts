import {
  ListObjectsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  paginateListObjectsV2,
} from '@aws-sdk/client-s3';
import { closeServers } from '../testing/local-cloud.ts';
import { bucket as Bucket, startS3, type S3World } from '../testing/s3-world.ts';

afterEach(closeServers);

const fill = ({ s3 }: S3World, keys: readonly string[]): void => {
  for (const key of keys)
    s3.putObject({ bucket: Bucket, key, body: Buffer.from(key), requester: 'connect.amazonaws.com' });
};

describe('ListObjectsV2', () => {
  it('tells of each object what a list tells', async () => {
    const started = await startS3();
    await started.client.send(
      new PutObjectCommand({ Bucket, Key: 'a', Body: 'abc', StorageClass: 'STANDARD_IA' }),
    );
    const { Contents, ...list } = await started.client.send(
      new ListObjectsV2Command({ Bucket, FetchOwner: true, Prefix: 'a', StartAfter: 'A' }),
    );
    expect(list).toMatchObject({
      Name: Bucket,
      Prefix: 'a',
      StartAfter: 'A',
      MaxKeys: 1000,
      KeyCount: 1,
      IsTruncated: false,
    });
    expect(Contents).toEqual([
      {
        Key: 'a',
        Size: 3,
        ETag: '"900150983cd24fb0d6963f7d28e17f72"',
        StorageClass: 'STANDARD_IA',
        LastModified: new Date(started.world.clock.now()),
        ChecksumAlgorithm: ['CRC32'],
        ChecksumType: 'FULL_OBJECT',
        Owner: { ID: '000000000000' },
      },
    ]);
  });

  it('gives nothing for an empty bucket, and an error for none', async () => {
    const { client } = await startS3();
    expect(await client.send(new ListObjectsV2Command({ Bucket }))).toMatchObject({ KeyCount: 0 });
    await expect(client.send(new ListObjectsV2Command({ Bucket: 'no-such-bucket' }))).rejects.toMatchObject({
      name: 'NoSuchBucket',
    });
  });

  it('orders keys by their UTF-8 bytes', async () => {
    const started = await startS3();
    fill(started, ['b', 'B', '😀', '\uffee', 'é', 'a/b', 'a-b', 'a']);
    const { Contents = [] } = await started.client.send(new ListObjectsV2Command({ Bucket }));
    expect(Contents.map(({ Key }) => Key)).toEqual(['B', 'a', 'a-b', 'a/b', 'b', 'é', '\uffee', '😀']);
  });

  it('goes through 10,000 objects page by page', async () => {
    const started = await startS3();
    const keys = Array.from({ length: 10_000 }, (_, index) => `calls/${String(index).padStart(5, '0')}.wav`);
    fill(started, keys);
    const found: (string | undefined)[] = [];
    let pages = 0;
    for await (const { Contents = [] } of paginateListObjectsV2({ client: started.client }, { Bucket })) {
      found.push(...Contents.map(({ Key }) => Key));
      pages += 1;
    }
    expect([pages, found]).toEqual([10, keys]);
  });

  it('groups by a delimiter after a prefix, page by page', async () => {
    const started = await startS3();
    fill(started, ['x', 'a/1', 'a/b/1', 'a/b/2', 'a/c/1', 'a/2', 'a/', 'ab']);
    const pages = paginateListObjectsV2(
      { client: started.client, pageSize: 2 },
      { Bucket, Prefix: 'a/', Delimiter: '/' },
    );
    const seen: unknown[] = [];
    for await (const { Contents = [], CommonPrefixes = [], KeyCount } of pages)
      seen.push([Contents.map(({ Key }) => Key), CommonPrefixes.map(({ Prefix }) => Prefix), KeyCount]);
    expect(seen).toEqual([
      [['a/', 'a/1'], [], 2],
      [['a/2'], ['a/b/'], 2],
      [[], ['a/c/'], 1],
    ]);
  });

  it('encodes names for URLs when asked to', async () => {
    const started = await startS3();
    fill(started, ['dir (1)/a b+c~*é', 'dir (1)/\u0001']);
    const encoded = await started.client.send(
      new ListObjectsV2Command({ Bucket, EncodingType: 'url', Prefix: 'dir (1)/' }),
    );
    expect(encoded).toMatchObject({ Prefix: 'dir+%281%29/', EncodingType: 'url' });
    expect(encoded.Contents?.map(({ Key }) => Key)).toEqual([
      'dir+%281%29/%01',
      'dir+%281%29/a+b%2Bc%7E*%C3%A9',
    ]);
    const plain = await started.client.send(new ListObjectsV2Command({ Bucket, StartAfter: 'dir (1)/ ' }));
    expect(plain.Contents?.map(({ Key }) => Key)).toEqual(['dir (1)/a b+c~*é']);
  });

  it('refuses a size, a token or an encoding that is none', async () => {
    const { client } = await startS3();
    const list = (input: object) => client.send(new ListObjectsV2Command({ Bucket, ...input }));
    await expect(list({ MaxKeys: -1 })).rejects.toMatchObject({ name: 'InvalidArgument' });
    await expect(list({ ContinuationToken: 'abc' })).rejects.toMatchObject({ name: 'InvalidArgument' });
    await expect(list({ EncodingType: 'gzip' })).rejects.toMatchObject({ name: 'InvalidArgument' });
    expect(await list({ MaxKeys: 0 })).toMatchObject({ KeyCount: 0, IsTruncated: false });
  });
});

describe('ListObjects', () => {
  it('goes on from a marker, which it gives with a delimiter', async () => {
    const started = await startS3();
    fill(started, ['a/1', 'a/2', 'b', 'c']);
    const list = (input: object) =>
      started.client.send(new ListObjectsCommand({ Bucket, MaxKeys: 1, Delimiter: '/', ...input }));
    const first = await list({});
    expect(first).toMatchObject({ CommonPrefixes: [{ Prefix: 'a/' }], IsTruncated: true, NextMarker: 'a/' });
    const second = await list({ Marker: first.NextMarker });
    expect(second).toMatchObject({ Contents: [{ Key: 'b' }], Marker: 'a/', NextMarker: 'b' });
    const plain = await list({ Delimiter: undefined, Marker: 'b' });
    expect([plain.Contents?.map(({ Key }) => Key), plain.IsTruncated, plain.NextMarker]).toEqual([
      ['c'],
      false,
      undefined,
    ]);
  });
});
