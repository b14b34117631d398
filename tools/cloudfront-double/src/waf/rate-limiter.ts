import type { RateRule, WebAcl } from './web-acl.ts';

/** WAF counts in steps, not by the request. Source: WAF developer guide, "Rate-based rule caveats". */
const stepMs = 10_000;

/** Counts the requests of addresses. */
export interface RateLimiter {
  /** Counts a request; gives the rule that it is above the limit of. */
  exceeded(acl: WebAcl, address: string): RateRule | undefined;
}

/** Counts in memory, by simulated time: AWS forgets nothing sooner than the window, a restart here does. */
export function createRateLimiter(now: () => number): RateLimiter {
  const counters = new Map<string, Map<number, number>>();

  const count = (key: string, windowMs: number): number => {
    const step = Math.floor(now() / stepMs);
    const steps = counters.get(key) ?? new Map<number, number>();
    counters.set(key, steps);
    for (const old of steps.keys()) if (old <= step - windowMs / stepMs) steps.delete(old);
    steps.set(step, (steps.get(step) ?? 0) + 1);
    return [...steps.values()].reduce((sum, one) => sum + one, 0);
  };

  return {
    exceeded: (acl, address) => {
      const broken = acl.rules.filter(
        ({ name, windowMs, limit }) => count(`${acl.arn}/${name}/${address}`, windowMs) > limit,
      );
      return broken[0];
    },
  };
}
