import { TemplateError } from '@atlas-engine/cloudformation-double';
import type { S3 } from '@atlas-engine/storage-doubles';

/** The text of a template in S3, by a URL in path style or with the bucket in the host's name. @throws TemplateError */
export const templateFromS3 =
  (s3: Pick<S3, 'buckets' | 'getObject'>) =>
  (url: string): Promise<string> => {
    const { hostname, pathname } = parsed(url);
    const inHost = /^(.+)\.s3[.-][a-z0-9.-]*amazonaws\.com$/.exec(hostname)?.[1];
    const [first = '', ...rest] = decodeURIComponent(pathname).slice(1).split('/');
    const [bucket, key] =
      inHost === undefined ? [first, rest.join('/')] : [inHost, [first, ...rest].join('/')];
    const object = s3.buckets().includes(bucket) ? s3.getObject(bucket, key) : undefined;
    if (object === undefined)
      return Promise.reject(
        new TemplateError(`S3 error: The specified key does not exist: ${bucket}/${key}`),
      );
    return Promise.resolve(object.toString('utf8'));
  };

function parsed(url: string): URL {
  const found = URL.parse(url);
  if (found !== null) return found;
  throw new TemplateError('TemplateURL must be a supported URL.');
}
