import { hostOf, notSupported, type ServiceDouble } from '@atlas-engine/aws-wire';
import { deterministicUuid, type SimulationClock, type StateStore } from '@atlas-engine/simulation';
import * as z from 'zod';
import { checkConfig } from './distribution/check-config.ts';
import { distributionConfigSchema } from './distribution/distribution-config.ts';
import { type Distribution, hostOfDistribution } from './distribution/distribution.ts';
import {
  type AddedHeader,
  headersOfPolicy,
  responseHeadersPolicySchema,
} from './distribution/response-headers-policy.ts';
import { createEdgeCache } from './edge/edge-cache.ts';
import { createFetchContent } from './edge/fetch-content.ts';
import { createServe } from './edge/serve.ts';
import type { Origins } from './origins.ts';
import { parse } from './parse.ts';
import { createRateLimiter } from './waf/rate-limiter.ts';
import { rateRulesOf, type WebAcl, webAclSchema } from './waf/web-acl.ts';

export interface CloudFrontOptions {
  readonly clock: SimulationClock;
  readonly store: StateStore;
  readonly accountId: string;
  readonly origins: Origins;
}

/** What tells a resource apart whose id AWS chooses. */
export type Identity = readonly string[];

/** CloudFront and the part of WAF before it. Resources are kept; ids follow from who asks. */
export interface CloudFront {
  /** Serves the hosts of distributions. */
  readonly service: ServiceDouble;
  /** Takes the Properties of an AWS::CloudFront::Distribution. @throws AwsError as CloudFront refuses it */
  putDistribution(identity: Identity, properties: unknown): Distribution;
  removeDistribution(id: string): void;
  distributions(): readonly Distribution[];
  /** Takes the Properties of an AWS::CloudFront::OriginAccessControl. @throws AwsError */
  putOriginAccessControl(identity: Identity, properties: unknown): { readonly id: string };
  removeOriginAccessControl(id: string): void;
  /** Takes the Properties of an AWS::CloudFront::ResponseHeadersPolicy. @throws AwsError */
  putResponseHeadersPolicy(identity: Identity, properties: unknown): { readonly id: string };
  removeResponseHeadersPolicy(id: string): void;
  /** Takes the Properties of an AWS::WAFv2::WebACL. @throws AwsError */
  putWebAcl(identity: Identity, properties: unknown): WebAcl & { readonly id: string };
  removeWebAcl(arn: string): void;
  /** Forgets cached answers; paths may have `*`. */
  invalidate(distributionId: string, paths: readonly string[]): void;
}

const distributionProperties = z.strictObject({
  DistributionConfig: distributionConfigSchema,
  Tags: z.unknown().optional(),
});
const accessControlProperties = z.strictObject({
  OriginAccessControlConfig: z.strictObject({
    Name: z.string(),
    Description: z.string().optional(),
    OriginAccessControlOriginType: z.literal('s3'),
    SigningBehavior: z.literal('always'),
    SigningProtocol: z.literal('sigv4'),
  }),
});
const headersProperties = z.strictObject({ ResponseHeadersPolicyConfig: responseHeadersPolicySchema });

const idOf = (identity: Identity, length: number): string =>
  deterministicUuid(...identity)
    .replaceAll('-', '')
    .slice(0, length);

/** Amazon CloudFront on the wire server's hosts. What it does not know it refuses by name. */
export function createCloudFront({ clock, store, accountId, origins }: CloudFrontOptions): CloudFront {
  const now = (): number => clock.now();
  const distributions = store.collection<Distribution>('cloudfront/distributions');
  const accessControls = store.collection<true>('cloudfront/origin-access-controls');
  const policies = store.collection<readonly AddedHeader[]>('cloudfront/response-headers-policies');
  const acls = store.collection<WebAcl>('wafv2/web-acls');
  const cache = createEdgeCache(now);
  const limiter = createRateLimiter(now);
  const serve = createServe({
    fetchContent: createFetchContent({ cache, origins, now }),
    headersOf: (id) => policies.get(id) ?? [],
    exceeded: (arn, address) => {
      const acl = acls.get(arn);
      return acl === undefined ? undefined : limiter.exceeded(acl, address);
    },
  });
  const ofHost = (host: string): Distribution | undefined =>
    [...distributions.values()].find(
      (one) => one.config.Aliases.includes(host) || hostOfDistribution(one) === host,
    );
  const known = {
    originAccessControl: (id: string) => accessControls.has(id),
    responseHeadersPolicy: (id: string) => policies.has(id),
    webAcl: (arn: string) => acls.has(arn),
    ownerOf: (alias: string) => ofHost(alias)?.id,
  };

  return {
    service: {
      service: 'cloudfront',
      hosts: (host) => ofHost(host) !== undefined,
      operationOf: ({ method }) => `Viewer${method}`,
      faultsApply: () => false,
      handle: (request) => {
        const distribution = ofHost(hostOf(request));
        if (distribution === undefined)
          throw notSupported('cloudfront', 'its API: distributions are made by templates');
        return serve(distribution, request);
      },
    },
    putDistribution: (identity, properties) => {
      const { DistributionConfig: config } = parse(distributionProperties, properties);
      const name = idOf(identity, 13);
      const id = `E${name.toUpperCase()}`;
      checkConfig(id, config, known);
      const arn = `arn:aws:cloudfront::${accountId}:distribution/${id}`;
      const distribution = { id, arn, domainName: `d${name}.cloudfront.net`, config };
      distributions.set(id, distribution);
      return distribution;
    },
    removeDistribution: (id) => {
      distributions.delete(id);
      cache.invalidate(id, ['/*']);
    },
    distributions: () => [...distributions.values()],
    putOriginAccessControl: (identity, properties) => {
      parse(accessControlProperties, properties);
      const id = `E${idOf(identity, 13).toUpperCase()}`;
      accessControls.set(id, true);
      return { id };
    },
    removeOriginAccessControl: (id) => void accessControls.delete(id),
    putResponseHeadersPolicy: (identity, properties) => {
      const { ResponseHeadersPolicyConfig: config } = parse(headersProperties, properties);
      const id = deterministicUuid(...identity);
      policies.set(id, headersOfPolicy(config));
      return { id };
    },
    removeResponseHeadersPolicy: (id) => void policies.delete(id),
    putWebAcl: (identity, properties) => {
      const parsed = parse(webAclSchema, properties);
      const id = deterministicUuid(...identity);
      const arn = `arn:aws:wafv2:us-east-1:${accountId}:global/webacl/${parsed.Name}/${id}`;
      const acl = { arn, name: parsed.Name, rules: rateRulesOf(parsed) };
      acls.set(arn, acl);
      return { ...acl, id };
    },
    removeWebAcl: (arn) => void acls.delete(arn),
    invalidate: (distributionId, paths) => void cache.invalidate(distributionId, paths),
  };
}
