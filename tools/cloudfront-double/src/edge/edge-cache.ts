import type { WireResponse } from '@atlas-engine/aws-wire';
import type { CachePolicy } from '../distribution/managed-policies.ts';
import { fitsPattern } from './path-pattern.ts';

/** An answer that is kept at the edge. */
export interface CachedAnswer {
  readonly response: WireResponse;
  /** Simulated epoch milliseconds. */
  readonly storedAt: number;
  readonly expiresAt: number;
}

export interface EdgeCache {
  find(distributionId: string, path: string): CachedAnswer | undefined;
  put(
    place: { readonly distributionId: string; readonly path: string; readonly ttl: number },
    response: WireResponse,
  ): void;
  /** Forgets what fits the paths, which may have `*`; gives how many answers those were. */
  invalidate(distributionId: string, paths: readonly string[]): number;
}

/** Answers that are kept at a time; the oldest go first, as from any cache. */
const capacity = 1000;
/** For how long errors of origins are kept, in seconds, unless a custom error response says otherwise. */
export const errorTtl = 10;

const directive = (control: string, name: string): number | undefined => {
  const found = new RegExp(`(?:^|[\\s,])${name}\\s*=\\s*"?(\\d+)`, 'i').exec(control)?.[1];
  return found === undefined ? undefined : Number(found);
};

/** Seconds that an origin asks for. */
const askedFor = (control: string): number | undefined => {
  if (/(^|[\s,])(no-store|no-cache|private)/i.test(control)) return 0;
  return directive(control, 's-maxage') ?? directive(control, 'max-age');
};

/**
 * Seconds for which an answer is kept: as `Cache-Control` says, within the bounds of the policy.
 *
 * Source: CloudFront developer guide, "Manage how long content stays in the cache".
 */
export function ttlOf({ status, headers = {} }: WireResponse, policy: CachePolicy): number {
  const { minTtl, defaultTtl, maxTtl } = policy;
  const asked = askedFor(headers['cache-control'] ?? '');
  if (status >= 400) return Math.max(minTtl, asked ?? errorTtl);
  return Math.min(Math.max(asked ?? defaultTtl, minTtl), maxTtl);
}

/** Keeps answers in memory: an edge may forget at any time, so a restart is one of those. */
export function createEdgeCache(now: () => number): EdgeCache {
  const answers = new Map<string, CachedAnswer>();
  const keyOf = (distributionId: string, path: string): string => `${distributionId} ${path}`;
  return {
    find: (distributionId, path) => {
      const found = answers.get(keyOf(distributionId, path));
      return found !== undefined && found.expiresAt > now() ? found : undefined;
    },
    put: ({ distributionId, path, ttl }, response) => {
      if (ttl <= 0) return;
      const key = keyOf(distributionId, path);
      answers.delete(key);
      answers.set(key, { response, storedAt: now(), expiresAt: now() + ttl * 1000 });
      const [oldest] = answers.keys();
      if (answers.size > capacity && oldest !== undefined) answers.delete(oldest);
    },
    invalidate: (distributionId, paths) => {
      const gone = [...answers.keys()].filter((key) => {
        const [id, path = ''] = key.split(' ');
        return id === distributionId && paths.some((pattern) => fitsPattern(path, pattern));
      });
      for (const key of gone) answers.delete(key);
      return gone.length;
    },
  };
}
