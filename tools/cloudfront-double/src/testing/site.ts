import type { WireRequest, WireResponse } from '@atlas-engine/aws-wire';
import { createManualClock, createMemoryStore } from '@atlas-engine/simulation';
import { createCloudFront } from '../cloudfront.ts';
import { hostOfDistribution } from '../distribution/distribution.ts';

export const cachingOptimized = '658327ea-f89d-4fab-a63d-7e88639e58f6';
export const cachingDisabled = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
export const allViewerExceptHost = 'b689b0a8-53d0-40ab-baf2-68738e2966ac';

/** A request of a viewer. */
export interface Ask {
  readonly host: string;
  readonly path: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly rawQuery?: string;
  readonly remoteAddress?: string;
}

/** CloudFront before a bucket and a server that answer from memory and count. */
export function openSite() {
  const clock = createManualClock();
  const store = createMemoryStore();
  const objects = new Map<string, WireResponse>();
  const asked: WireRequest[] = [];
  let server: (request: WireRequest) => WireResponse | undefined = () => undefined;
  const open = () =>
    createCloudFront({
      clock,
      store,
      accountId: '000000000000',
      origins: {
        readObject: ({ request }) => {
          asked.push(request);
          return Promise.resolve(objects.get(request.path) ?? { status: 404, body: '<Error/>' });
        },
        ask: (_domain, request) => {
          asked.push(request);
          return Promise.resolve(server(request));
        },
      },
    });
  const cloudFront = open();
  const access = cloudFront.putOriginAccessControl(['stack', 'Access'], {
    OriginAccessControlConfig: {
      Name: 'site',
      OriginAccessControlOriginType: 's3',
      SigningBehavior: 'always',
      SigningProtocol: 'sigv4',
    },
  });
  const bucket = {
    Id: 'pages',
    DomainName: 'pages.s3.us-east-1.amazonaws.com',
    OriginAccessControlId: access.id,
    S3OriginConfig: { OriginAccessIdentity: '' },
  };
  const api = {
    Id: 'api',
    DomainName: 'abc123.execute-api.us-east-1.amazonaws.com',
    CustomOriginConfig: { OriginProtocolPolicy: 'https-only' },
  };
  const config = {
    Enabled: true,
    DefaultRootObject: 'index.html',
    Origins: [bucket, api],
    DefaultCacheBehavior: {
      TargetOriginId: 'pages',
      ViewerProtocolPolicy: 'redirect-to-https',
      CachePolicyId: cachingOptimized,
      Compress: true,
    },
    CacheBehaviors: [
      {
        PathPattern: '/api/*',
        TargetOriginId: 'api',
        ViewerProtocolPolicy: 'https-only',
        AllowedMethods: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'],
        CachePolicyId: cachingDisabled,
        OriginRequestPolicyId: allViewerExceptHost,
      },
    ],
  };
  const put = (changes: Readonly<Record<string, unknown>> = {}, logicalId = 'Site') =>
    cloudFront.putDistribution(['stack', logicalId], { DistributionConfig: { ...config, ...changes } });
  const ask = ({ host, path, method = 'GET', headers = {}, ...more }: Ask, of = cloudFront) =>
    of.service.handle({
      method,
      path,
      query: new URLSearchParams(more.rawQuery),
      headers: { host: `${host}:4566`, ...headers },
      body: Buffer.alloc(0),
      ...more,
    });
  return {
    /** Lets simulated time pass, in milliseconds. */
    pass: (ms: number) => clock.advanceTo(clock.now() + ms),
    cloudFront,
    config,
    objects,
    asked,
    put,
    ask,
    reopen: open,
    hostOf: hostOfDistribution,
    serve: (answer: typeof server) => (server = answer),
  };
}
