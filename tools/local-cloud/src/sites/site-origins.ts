import type { ServiceDouble, WireRequest, WireResponse } from '@atlas-engine/aws-wire';
import type { ObjectRead, Origins } from '@atlas-engine/cloudfront-double';
import type { S3 } from '@atlas-engine/storage-doubles';
import type { ServiceAccess } from '../permissions/service-access.ts';

/** Where distributions get answers from: buckets, as their policies allow, and servers of this local cloud. */
export interface SiteOrigins extends Origins {
  /** Makes the services known that have hosts, once they all are there. */
  connect(services: readonly ServiceDouble[]): void;
}

export interface SiteOriginsOptions {
  readonly s3: Pick<S3, 'service' | 'hasObject'>;
  readonly access: Pick<ServiceAccess, 'may'>;
}

const bucketOf = (domain: string): string => domain.replace(/\.s3[.-][a-z0-9.-]*amazonaws\.com$/, '');

/** S3's answer to who may not read, or may not know that there is nothing. */
const denied = (): WireResponse => ({
  status: 403,
  headers: { 'content-type': 'application/xml' },
  body: '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>',
});

const missing = (): WireResponse => ({
  status: 404,
  headers: { 'content-type': 'application/xml' },
  body: '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message></Error>',
});

/** The host by which the local cloud serves what AWS serves at a domain. */
const localHost = (domain: string): string => domain.replace(/\.amazonaws\.com$/, '.localhost');

export function createSiteOrigins({ s3, access }: SiteOriginsOptions): SiteOrigins {
  let servers: readonly ServiceDouble[] = [];

  const readObject = ({ domain, distributionArn, request }: ObjectRead): Promise<WireResponse> => {
    const bucket = bucketOf(domain);
    const key = decodeURIComponent(request.path.slice(1));
    const cloudFront = { service: 'cloudfront.amazonaws.com', sourceArn: distributionArn };
    if (!access.may(cloudFront, 's3:GetObject', `arn:aws:s3:::${bucket}/${key}`))
      return Promise.resolve(denied());
    if (!s3.hasObject(bucket, key)) {
      const mayList = access.may(cloudFront, 's3:ListBucket', `arn:aws:s3:::${bucket}`);
      return Promise.resolve(mayList ? missing() : denied());
    }
    return s3.service.handle({ ...request, path: `/${bucket}${request.path}` });
  };

  const ask = async (domain: string, request: WireRequest): Promise<WireResponse | undefined> => {
    const host = localHost(domain);
    const server = servers.find((one) => one.hosts?.(host) === true);
    return server?.handle({ ...request, headers: { ...request.headers, host } });
  };

  return { readObject, ask, connect: (services) => void (servers = services) };
}
