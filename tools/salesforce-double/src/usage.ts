import type { SimulationClock, StateStore } from '@atlas-engine/simulation';
import { SalesforceRefusal } from './refusal.ts';

/** Counts API requests of the last 24 hours against the org's allowance. */
export interface Usage {
  /** Requests of the last 24 hours. */
  used(): number;
  /** Takes one request. @throws SalesforceRefusal REQUEST_LIMIT_EXCEEDED */
  take(): void;
}

const hour = 3_600_000;

/** One row an hour keeps the rolling window small. */
export function createUsage(clock: SimulationClock, store: StateStore, max: number): Usage {
  const hours = store.collection<number>('salesforce/api-requests');
  const used = () => {
    const oldest = Math.floor(clock.now() / hour) - 23;
    const expired = [...hours.keys()].filter((key) => Number(key) < oldest);
    for (const key of expired) hours.delete(key);
    return [...hours.values()].reduce((sum, count) => sum + count, 0);
  };
  return {
    used,
    take() {
      if (used() >= max) throw requestLimitExceeded('TotalRequests Limit exceeded.');
      const current = String(Math.floor(clock.now() / hour));
      hours.set(current, (hours.get(current) ?? 0) + 1);
    },
  };
}

/** The refusal past a limit of requests. */
export const requestLimitExceeded = (message: string): SalesforceRefusal =>
  new SalesforceRefusal('REQUEST_LIMIT_EXCEEDED', message, { status: 403 });
