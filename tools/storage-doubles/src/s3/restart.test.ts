import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  UploadPartCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { createManualClock, createSqliteStore } from '@atlas-engine/simulation';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeServers } from '../testing/local-cloud.ts';
import { bucket as Bucket, startS3 } from '../testing/s3-world.ts';

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'storage-doubles-'));
});
afterEach(async () => {
  await closeServers();
  rmSync(directory, { recursive: true });
});

const put = (client: S3Client, Body: string) => client.send(new PutObjectCommand({ Bucket, Key: 'k', Body }));
const read = async (client: S3Client): Promise<string | undefined> =>
  (await client.send(new GetObjectCommand({ Bucket, Key: 'k' }))).Body?.transformToString();

/** Each start reads the database anew, as a process does that comes after one that was killed. */
const start = async (path?: string, clock = createManualClock()) => {
  const world = { clock, store: createSqliteStore(join(directory, 'state.db')) };
  return startS3({ world, ...(path !== undefined && { path }) });
};

describe.each([
  ['in a directory', () => join(directory, 'bodies')],
  ['in the store', () => undefined],
])('objects with bodies %s', (_title, path) => {
  it('outlive the process', async () => {
    const first = await start(path());
    await put(first.client, 'old');
    await put(first.client, 'new');
    const second = await start(path());
    expect(await read(second.client)).toBe('new');
    const { Contents = [] } = await second.client.send(new ListObjectsV2Command({ Bucket }));
    expect(Contents.map(({ Key, Size }) => [Key, Size])).toEqual([['k', 3]]);
    expect(second.s3.buckets()).toEqual([Bucket]);
  });

  it('get greater sequencers after a restart', async () => {
    const sequencer = async () => {
      const { s3, world } = await start(path());
      const stored = s3.putObject({ bucket: Bucket, key: 'k', body: Buffer.from('x'), requester: 'x' });
      world.store.flush();
      return stored.sequencer;
    };
    const before = await sequencer();
    expect((await sequencer()) > before).toBe(true);
  });

  it('outlive it in the middle of a multipart upload', async () => {
    const first = await start(path());
    const { UploadId } = await first.client.send(new CreateMultipartUploadCommand({ Bucket, Key: 'k' }));
    const part = { Bucket, Key: 'k', UploadId, PartNumber: 1 };
    const { ETag } = await first.client.send(new UploadPartCommand({ ...part, Body: 'part' }));
    const second = await start(path());
    const MultipartUpload = { Parts: [{ ETag, PartNumber: 1 }] };
    await second.client.send(
      new CompleteMultipartUploadCommand({ Bucket, Key: 'k', UploadId, MultipartUpload }),
    );
    expect(await read(second.client)).toBe('part');
  });
});

describe('a directory of bodies', () => {
  it('holds one file for each object', async () => {
    const { client, world } = await start(directory);
    await put(client, 'old');
    await put(client, 'new');
    await world.clock.idle();
    const bodies = () => readdirSync(directory).filter((file) => file.endsWith('.body'));
    expect(bodies()).toHaveLength(1);
    await client.send(new DeleteObjectCommand({ Bucket, Key: 'k' }));
    await world.clock.idle();
    expect(bodies()).toEqual([]);
  });

  it('keeps the old body of an object until the new record is durable', async () => {
    const path = join(directory, 'bodies');
    const neverSweeps = { ...createManualClock(), schedule: () => ({ cancel: () => undefined }) };
    const first = await start(path, neverSweeps);
    await put(first.client, 'old');
    // The process is killed before the store is flushed.
    first.s3.putObject({ bucket: Bucket, key: 'k', body: Buffer.from('new'), requester: 'x' });
    const second = await start(path);
    expect(await read(second.client)).toBe('old');
    expect(readdirSync(path)).toHaveLength(1);
  });

  it('loses what a killed process left, and nothing else', async () => {
    const stray = '00000000-0000-4000-8000-000000000000';
    for (const file of [`${stray}.body`, `${stray}.part`, 'notes.txt'])
      writeFileSync(join(directory, file), 'x');
    await start(directory);
    const isDatabase = (file: string): boolean => file.startsWith('state.db');
    expect(readdirSync(directory).filter((file) => !isDatabase(file))).toEqual(['notes.txt']);
  });

  it('is missed when the process starts without it', async () => {
    const first = await start(join(directory, 'bodies'));
    await put(first.client, 'x');
    for (const path of [join(directory, 'elsewhere'), undefined]) {
      const second = await start(path);
      await expect(read(second.client)).rejects.toMatchObject({
        name: 'InternalError',
        message: expect.stringContaining('directory'),
        $metadata: { httpStatusCode: 500 },
      });
    }
  });
});
