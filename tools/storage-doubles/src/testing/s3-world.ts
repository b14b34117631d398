import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import type { ObjectCreated } from '../s3/object-created.ts';
import { createS3, type S3 } from '../s3/s3.ts';
import { createWorld, serve, type Serving, type TestWorld } from './local-cloud.ts';

/** An S3 with one bucket that announces its objects, and a client. */
export interface S3World extends Serving {
  readonly world: TestWorld;
  readonly s3: S3;
  readonly client: S3Client;
  readonly events: readonly ObjectCreated[];
}

/** The bucket of the tests. */
export const bucket = 'atlas-recordings';

/** Starts S3 on a server of its own; a world that is given keeps what was in it. */
export const startS3 = async (
  options: { readonly world?: TestWorld; readonly path?: string; readonly client?: S3ClientConfig } = {},
): Promise<S3World> => {
  const world = options.world ?? createWorld();
  const events: ObjectCreated[] = [];
  const s3 = createS3({
    ...world,
    ...(options.path !== undefined && { path: options.path }),
    notify: (event) => events.push(event),
  });
  s3.createBucket({
    BucketName: bucket,
    NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
  });
  const serving = await serve(world, s3.service);
  return { ...serving, world, s3, events, client: new S3Client({ ...serving.config, ...options.client }) };
};
