import type { DeployedApi } from './api-directory.ts';

interface Bucket {
  tokens: number;
  at: number;
}

/** Source: quotas of API Gateway: 10,000 requests a second with a burst of 5,000 in an account and region. */
const accountLimits = { ThrottlingRateLimit: 10_000, ThrottlingBurstLimit: 5000 };

const limitOf = (
  { RouteSettings, DefaultRouteSettings }: DeployedApi['stage'],
  routeKey: string,
  limit: keyof typeof accountLimits,
): number => RouteSettings?.[routeKey]?.[limit] ?? DefaultRouteSettings?.[limit] ?? accountLimits[limit];

/** Token buckets, one for each route of an API. They begin full with each start of the local cloud. */
export interface Throttle {
  /** Whether a request may pass; it takes a token when it may. */
  readonly admits: (api: DeployedApi, routeKey: string) => boolean;
}

export function createThrottle(now: () => number): Throttle {
  const buckets = new Map<string, Bucket>();
  return {
    admits({ id, stage }, routeKey) {
      const rate = limitOf(stage, routeKey, 'ThrottlingRateLimit');
      const burst = limitOf(stage, routeKey, 'ThrottlingBurstLimit');
      const at = now();
      const key = `${id} ${routeKey}`;
      const bucket = buckets.get(key) ?? { tokens: burst, at };
      const tokens = Math.min(burst, bucket.tokens + ((at - bucket.at) / 1000) * rate);
      const admitted = tokens >= 1;
      buckets.set(key, { tokens: admitted ? tokens - 1 : tokens, at });
      return admitted;
    },
  };
}
