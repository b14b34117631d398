import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { noFaults, type CallFault, type FaultPoint } from '@atlas-engine/simulation';
import { closeServers, createWorld } from '../testing/local-cloud.ts';
import { bucket as Bucket, startS3 } from '../testing/s3-world.ts';

afterEach(closeServers);

const withFault = (kind: CallFault['kind'], points: FaultPoint[] = []) => ({
  ...createWorld(),
  faults: {
    ...noFaults,
    call: (point: FaultPoint): CallFault => {
      points.push(point);
      return points.length === 1 ? { kind } : { kind: 'none' };
    },
  },
});

describe('a planned fault', () => {
  it.each([
    ['throttle', 'SlowDown', 503],
    ['server-error', 'InternalError', 500],
  ] as const)('of kind %s is a %s', async (kind, name, httpStatusCode) => {
    const { client } = await startS3({ world: withFault(kind) });
    await expect(client.send(new GetObjectCommand({ Bucket, Key: 'k' }))).rejects.toMatchObject({
      name,
      $metadata: { httpStatusCode },
    });
  });

  it('of a HEAD has no body either', async () => {
    const { client } = await startS3({ world: withFault('throttle') });
    await expect(client.send(new HeadObjectCommand({ Bucket, Key: 'k' }))).rejects.toMatchObject({
      $metadata: { httpStatusCode: 503 },
    });
  });

  it('names the operation and the object, not the body', async () => {
    const points: FaultPoint[] = [];
    const { client } = await startS3({ world: withFault('none', points) });
    await client.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'x' }));
    await client.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'y' }));
    const point = { service: 's3', operation: 'PutObject', key: `/${Bucket}/k` };
    expect(points).toEqual([point, point]);
  });

  it('that loses an answer makes a client ask again', async () => {
    const { config, s3 } = await startS3({ world: withFault('lost-answer') });
    const client = new S3Client({ ...config, maxAttempts: 2 });
    await client.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'x' }));
    expect(s3.getObject(Bucket, 'k')?.toString()).toBe('x');
  });
});
