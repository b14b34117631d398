import {
  DeleteObjectsCommand,
  GetBucketVersioningCommand,
  ListObjectVersionsCommand,
  type ObjectIdentifier,
  paginateListObjectsV2,
  type S3Client,
} from '@aws-sdk/client-s3';
import { isNamed } from '../aws/explain.ts';
import { OperationError } from '../errors.ts';

/**
 * Removes every object of a bucket, with all versions and delete markers; gives how many. One that is not there has
 * none. @throws OperationError when S3 refuses to delete some
 */
export async function emptyBucket(client: S3Client, bucket: string): Promise<number> {
  try {
    let count = 0;
    for await (const objects of pagesOf(client, bucket)) {
      if (objects.length > 0) await remove(client, bucket, objects);
      count += objects.length;
    }
    return count;
  } catch (error) {
    if (isNamed(error, 'NoSuchBucket', 'NotFound')) return 0;
    throw error;
  }
}

/** At most a thousand at a time, which is what one deletion takes. */
async function* pagesOf(client: S3Client, bucket: string): AsyncGenerator<readonly ObjectIdentifier[]> {
  const { Status } = await client.send(new GetBucketVersioningCommand({ Bucket: bucket }));
  if (Status === undefined) {
    for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket: bucket })) {
      yield Contents.map(({ Key }) => ({ Key }));
    }
    return;
  }
  for (let more = true; more;) {
    // What was listed is gone by then: there is always a first page.
    const page = await client.send(new ListObjectVersionsCommand({ Bucket: bucket }));
    const { Versions = [], DeleteMarkers = [] } = page;
    yield [...Versions, ...DeleteMarkers].map(({ Key, VersionId }) => ({ Key, VersionId }));
    more = page.IsTruncated === true;
  }
}

async function remove(client: S3Client, bucket: string, objects: readonly ObjectIdentifier[]): Promise<void> {
  const { Errors = [] } = await client.send(
    new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects: [...objects], Quiet: true } }),
  );
  const [first] = Errors;
  if (first === undefined) return;
  throw new OperationError(
    `${bucket}: ${String(Errors.length)} objects cannot be deleted (${first.Code ?? 'no code'}: ${first.Message ?? ''})`,
  );
}
