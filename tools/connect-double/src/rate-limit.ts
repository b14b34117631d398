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
  SearchUsers: { rate: 2, burst: 5 },
  GetMetricDataV2: { rate: 5, burst: 8 },
  ListUsers: { rate: 2, burst: 5 },
  SearchContacts: { rate: 0.5, burst: 1 },
  StartChatContact: { rate: 5, burst: 8 },
};

/** Defaults of the participant service; its two ways to write share one. Source: Amazon Connect service quotas. */
export const participantQuotas: Readonly<Record<string, Quota>> = {
  CreateParticipantConnection: { rate: 6, burst: 9 },
  DisconnectParticipant: { rate: 3, burst: 5 },
  GetTranscript: { rate: 8, burst: 12 },
  SendMessage: { rate: 10, burst: 15 },
  SendEvent: { rate: 10, burst: 15 },
  StartAttachmentUpload: { rate: 2, burst: 5 },
  CompleteAttachmentUpload: { rate: 2, burst: 5 },
  GetAttachment: { rate: 8, burst: 12 },
};

/** A token bucket per operation. @throws AwsError of the code, by default TooManyRequestsException, when it is empty */
export function createRateLimit(
  now: () => number,
  quotas: Readonly<Record<string, Quota>>,
  code = 'TooManyRequestsException',
): (operation: string) => void {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return (operation) => {
    const quota = quotas[operation];
    if (quota === undefined) return;
    const at = now();
    const bucket = buckets.get(operation) ?? { tokens: quota.burst, at };
    const tokens = Math.min(quota.burst, bucket.tokens + ((at - bucket.at) / 1000) * quota.rate);
    if (tokens < 1) {
      throw new AwsError(code, 'Too Many Requests', { status: 429 });
    }
    buckets.set(operation, { tokens: tokens - 1, at });
  };
}
