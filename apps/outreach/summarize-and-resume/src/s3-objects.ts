import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { ReadObject } from './transcript-reader.ts';

/** Objects of S3 as text. */
export const s3Objects =
  (client: Pick<S3Client, 'send'>): ReadObject =>
  async ({ bucket, key }) => {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      return await Body?.transformToString('utf-8');
    } catch (error) {
      if (error instanceof Error && error.name === 'NoSuchKey') return undefined;
      throw error;
    }
  };
