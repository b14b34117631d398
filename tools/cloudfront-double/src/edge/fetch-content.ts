import type { WireRequest, WireResponse } from '@atlas-engine/aws-wire';
import type { CacheBehaviour, Origin } from '../distribution/distribution-config.ts';
import type { Distribution } from '../distribution/distribution.ts';
import { cachePolicies, type CachePolicy } from '../distribution/managed-policies.ts';
import type { Origins } from '../origins.ts';
import { ttlOf, type EdgeCache } from './edge-cache.ts';
import { originAnswer, originRequest } from './forwarding.ts';
import { originFailed } from './own-answers.ts';

/** An answer, and how it came about. */
export interface Content {
  readonly response: WireResponse;
  readonly cache: 'Hit' | 'Miss' | 'Error';
  /** Seconds since an answer from the cache was got. */
  readonly age?: number;
}

export interface Fetching {
  readonly distribution: Distribution;
  readonly behaviour: CacheBehaviour;
  readonly request: WireRequest;
}

export interface FetchOptions {
  readonly cache: EdgeCache;
  readonly origins: Origins;
  readonly now: () => number;
}

const noCache: CachePolicy = { minTtl: 0, defaultTtl: 0, maxTtl: 0, compresses: false };

/** How a behaviour caches. */
export const cachePolicyOf = ({ CachePolicyId }: CacheBehaviour): CachePolicy =>
  cachePolicies[CachePolicyId] ?? noCache;

/** Gets what a request is for, from the cache or from its origin. */
export function createFetchContent({ cache, origins, now }: FetchOptions) {
  const ask = async (
    origin: Origin,
    { distribution, behaviour, request }: Fetching,
  ): Promise<WireResponse> => {
    const domain = origin.DomainName;
    const outgoing = originRequest(request, { domain, behaviour });
    const answer =
      origin.S3OriginConfig === undefined
        ? await origins.ask(domain, outgoing)
        : await origins.readObject({ domain, distributionArn: distribution.arn, request: outgoing });
    return answer === undefined ? originFailed() : originAnswer(answer);
  };

  const fromOrigin = (fetching: Fetching): Promise<WireResponse> => {
    const { distribution, behaviour } = fetching;
    const origin = distribution.config.Origins.find(({ Id }) => Id === behaviour.TargetOriginId);
    return origin === undefined ? Promise.resolve(originFailed()) : ask(origin, fetching);
  };

  const errorTtlOf = ({ distribution }: Fetching, { status }: WireResponse): number | undefined =>
    distribution.config.CustomErrorResponses.find(({ ErrorCode }) => ErrorCode === status)
      ?.ErrorCachingMinTTL;

  const cached = async (fetching: Fetching, policy: CachePolicy): Promise<Content> => {
    const { distribution, request } = fetching;
    const { path } = request;
    const found = cache.find(distribution.id, path);
    if (found !== undefined)
      return { response: found.response, cache: 'Hit', age: Math.floor((now() - found.storedAt) / 1000) };
    const response = await fromOrigin({ ...fetching, request: { ...request, method: 'GET' } });
    const ttl = errorTtlOf(fetching, response) ?? ttlOf(response, policy);
    cache.put({ distributionId: distribution.id, path, ttl }, response);
    return { response, cache: response.status >= 400 ? 'Error' : 'Miss' };
  };

  return async (fetching: Fetching): Promise<Content> => {
    const { method, headers } = fetching.request;
    const policy = cachePolicyOf(fetching.behaviour);
    const isCacheable = policy.maxTtl > 0 && (method === 'GET' || method === 'HEAD');
    // A part of an object goes past the cache: the origin cuts it out.
    if (isCacheable && headers['range'] === undefined) return cached(fetching, policy);
    const response = await fromOrigin(fetching);
    return { response, cache: response.status >= 400 ? 'Error' : 'Miss' };
  };
}
