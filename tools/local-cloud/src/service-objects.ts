import { AwsError } from '@atlas-engine/aws-wire';
import type { S3 } from '@atlas-engine/storage-doubles';
import type { ServiceAccess } from './permissions/service-access.ts';

interface ObjectPlace {
  readonly bucket: string;
  readonly key: string;
}

/** Connect's way into a bucket: by its service-linked role, which may write to the buckets of its instances. */
export const recordingsIn =
  (s3: S3, access: Pick<ServiceAccess, 'denies'>) =>
  (object: ObjectPlace & { readonly body: Buffer }): Promise<void> => {
    if (access.denies('connect.amazonaws.com', 's3:PutObject', `arn:aws:s3:::${object.bucket}/${object.key}`))
      return Promise.reject(new AwsError('AccessDenied', 'Amazon Connect may not write its recording'));
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
