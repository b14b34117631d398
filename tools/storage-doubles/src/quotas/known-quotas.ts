/** A quota as Service Quotas keeps it, with the value that an account has by default in us-east-1. */
export interface KnownQuota {
  readonly ServiceCode: string;
  readonly QuotaCode: string;
  readonly QuotaName: string;
  readonly Value: number;
}

const quota = (
  ...[ServiceCode, QuotaCode, QuotaName, Value]: readonly [string, string, string, number]
): KnownQuota => ({ ServiceCode, QuotaCode, QuotaName, Value });

/** Those that Atlas Engine runs into. Codes and values as Service Quotas listed them in autumn 2026. */
export const knownQuotas: readonly KnownQuota[] = [
  quota('connect', 'L-12AB7C57', 'Concurrent active calls per instance', 10),
  quota('connect', 'L-4E9BCC96', 'Rate of StartOutboundVoiceContact API requests', 2),
  quota('connect', 'L-371095B8', 'Rate of DescribeContact API requests', 10),
  quota('connect', 'L-8F812903', 'Phone numbers per instance', 5),
  quota('transcribe', 'L-6F7AB1C9', 'Number of concurrent batch transcription jobs', 250),
  quota(
    'bedrock',
    'L-CCA5DF70',
    'Cross-region model inference requests per minute for Anthropic Claude Haiku 4.5',
    10_000,
  ),
  quota('lambda', 'L-B99A9384', 'Concurrent executions', 1000),
];
