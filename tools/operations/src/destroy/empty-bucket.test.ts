import { S3Client } from '@aws-sdk/client-s3';
import { answering } from '../fixtures/answering-client.ts';
import { emptyBucket } from './empty-bucket.ts';

const connection = { region: 'us-east-1', credentials: { accessKeyId: 'A', secretAccessKey: 'x' } };

interface Stored {
  readonly Key: string;
  readonly VersionId?: string;
  readonly isMarker?: boolean;
}

/** S3 with one bucket of two objects a page. */
function aBucket(objects: readonly Stored[], versioning?: 'Enabled') {
  let stored = [...objects];
  const page = () => ({ first: stored.slice(0, 2), IsTruncated: stored.length > 2 });
  const client = answering(new S3Client(connection), (command, input) => {
    switch (command) {
      case 'GetBucketVersioning':
        return versioning === undefined ? {} : { Status: versioning };
      case 'ListObjectsV2': {
        const { first, IsTruncated } = page();
        return { Contents: first, IsTruncated, ...(IsTruncated ? { NextContinuationToken: 'n' } : {}) };
      }
      case 'ListObjectVersions': {
        const { first, IsTruncated } = page();
        const markers = first.filter(({ isMarker }) => isMarker === true);
        return {
          Versions: first.filter(({ isMarker }) => isMarker !== true),
          DeleteMarkers: markers,
          IsTruncated,
        };
      }
      case 'DeleteObjects': {
        const { Objects } = (input as { Delete: { Objects: readonly Stored[] } }).Delete;
        const gone = new Set(Objects.map(({ Key, VersionId }) => `${Key}@${String(VersionId)}`));
        stored = stored.filter(({ Key, VersionId }) => !gone.has(`${Key}@${String(VersionId)}`));
        const locked = Objects.filter(({ Key }) => Key === 'locked');
        return { Errors: locked.map(({ Key }) => ({ Key, Code: 'AccessDenied', Message: 'Object lock' })) };
      }
      default:
        return undefined;
    }
  });
  return { client, stored: () => stored };
}

describe('emptying a bucket', () => {
  it('removes all objects, page by page', async () => {
    const { client, stored } = aBucket(['a', 'b', 'c', 'd', 'e'].map((Key) => ({ Key })));
    expect(await emptyBucket(client, 'recordings')).toBe(5);
    expect(stored()).toEqual([]);
  });

  it('removes all versions and delete markers of one that keeps versions', async () => {
    const { client, stored } = aBucket(
      [
        { Key: 'a', VersionId: '1' },
        { Key: 'a', VersionId: '2', isMarker: true },
        { Key: 'b', VersionId: '1' },
      ],
      'Enabled',
    );
    expect(await emptyBucket(client, 'recordings')).toBe(3);
    expect(stored()).toEqual([]);
  });

  it('finds nothing in one that is not there', async () => {
    const client = answering(new S3Client(connection), () => {
      throw Object.assign(new Error('gone'), { name: 'NoSuchBucket' });
    });
    expect(await emptyBucket(client, 'recordings')).toBe(0);
  });

  it('says so when S3 refuses', async () => {
    const { client } = aBucket([{ Key: 'locked' }]);
    await expect(emptyBucket(client, 'recordings')).rejects.toThrow(
      'recordings: 1 objects cannot be deleted (AccessDenied: Object lock)',
    );
  });
});
