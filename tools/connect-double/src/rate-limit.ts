import { AwsError } from '@atlas-engine/aws-wire';

/** Requests a second and burst, per operation, shared by the account. */
export interface Quota {
  readonly rate: number;
  readonly burst: number;
}

/** Defaults of the service; `StartOutboundVoiceContact` has no documented figure of its own: the general one holds. */
export const defaultQuotas: Readonly<Record<string, Quota>> = {
  StartOutboundVoiceContact: { rate: 2, burst: 5 },
  DescribeContact: { rate: 10, burst: 15 },
  GetContactAttributes: { rate: 10, burst: 15 },
  UpdateContactAttributes: { rate: 10, burst: 15 },
  StopContact: { rate: 10, burst: 15 },
  DescribeUser: { rate: 2, burst: 5 },
  ListUsers: { rate: 2, burst: 5 },
  SearchContacts: { rate: 0.5, burst: 1 },
};

/** A token bucket per operation. @throws AwsError TooManyRequestsException when it is empty */
export function createRateLimit(
  now: () => number,
  quotas: Readonly<Record<string, Quota>>,
): (operation: string) => void {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return (operation) => {
    const quota = quotas[operation];
    if (quota === undefined) return;
    const at = now();
    const bucket = buckets.get(operation) ?? { tokens: quota.burst, at };
    const tokens = Math.min(quota.burst, bucket.tokens + ((at - bucket.at) / 1000) * quota.rate);
    if (tokens < 1) {
      throw new AwsError('TooManyRequestsException', 'Too Many Requests', { status: 429 });
    }
    buckets.set(operation, { tokens: tokens - 1, at });
  };
}
