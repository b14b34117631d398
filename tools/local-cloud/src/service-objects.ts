import type { S3 } from '@atlas-engine/storage-doubles';

interface ObjectPlace {
  readonly bucket: string;
  readonly key: string;
}

/** Connect's way into a bucket. */
export const recordingsIn =
  (s3: S3) =>
  (object: ObjectPlace & { readonly body: Buffer }): Promise<void> => {
    s3.putObject({ ...object, contentType: 'audio/wav', requester: 'connect.amazonaws.com' });
    return Promise.resolve();
  };

/** Transcribe's way into buckets. */
export const transcriptsIn = (s3: S3) => ({
  get: (bucket: string, key: string) => Promise.resolve(s3.getObject(bucket, key)),
  put: ({ body, ...place }: ObjectPlace & { readonly body: string | Uint8Array }): Promise<void> => {
    s3.putObject({
      ...place,
      body: Buffer.from(body),
      contentType: 'application/json',
      requester: 'transcribe.amazonaws.com',
    });
    return Promise.resolve();
  },
});
