import type { Instant } from '@atlas-engine/domain';

/** Calls per second in the long run, and how many may be dialled at once after a pause. */
export interface Pace {
  readonly now: Instant;
  readonly perSecond: number;
  readonly burst: number;
}

/**
 * The generic cell rate algorithm: one number, the moment at which all slots taken so far are paid for, is all the
 * state of a token bucket.
 */
export function takeSlot(
  paidUntil: Instant | undefined,
  { now, perSecond, burst }: Pace,
): { readonly at: Instant; readonly paidUntil: Instant } {
  const interval = Math.ceil(1000 / perSecond);
  const start = Math.max(now, paidUntil ?? now);
  return { at: Math.max(now, start - (burst - 1) * interval), paidUntil: start + interval };
}
