import { AwsError } from '@atlas-engine/aws-wire';
import type { S3 } from '@atlas-engine/storage-doubles';
import type { ServiceAccess } from './permissions/service-access.ts';

interface ObjectPlace {
  readonly bucket: string;
  readonly key: string;
}

type Written = ObjectPlace & { readonly body: Buffer };

/** Connect's way into buckets: by its service-linked role, which may use the buckets of its instances. */
export function contactObjectsIn(s3: S3, access: Pick<ServiceAccess, 'denies'>) {
  const requester = 'connect.amazonaws.com';
  const demand = (action: string, { bucket, key }: ObjectPlace): void => {
    if (access.denies(requester, action, `arn:aws:s3:::${bucket}/${key}`))
      throw new AwsError('AccessDenied', `Amazon Connect may not ${action.slice(3)} in its bucket`);
  };
  const write = async (object: Written & { readonly contentType: string }): Promise<void> => {
    demand('s3:PutObject', object);
    await Promise.resolve(s3.putObject({ ...object, requester }));
  };
  return {
    putRecording: (object: Written) => write({ ...object, contentType: 'audio/wav' }),
    putTranscript: (object: Written) => write({ ...object, contentType: 'application/json' }),
    attachments: {
      put: write,
      get: async (bucket: string, key: string): Promise<Buffer | undefined> => {
        demand('s3:GetObject', { bucket, key });
        return Promise.resolve(s3.getObject(bucket, key));
      },
    },
  };
}

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
