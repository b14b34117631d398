/** A unit price, in US dollars before tax, of the region us-east-1. */
export interface UnitPrice {
  readonly service: string;
  readonly unit: string;
  readonly usd: number;
  /** Page of the price, without `https://`. */
  readonly source: string;
  /**
   * How sure the price is. `page`: read on AWS's own page; `secondary`: read in a dated text that quotes it;
   * `recalled`: from experience, to be compared with the page.
   */
  readonly evidence: 'page' | 'secondary' | 'recalled';
  readonly note?: string;
}

/** When the prices were last compared with their sources. */
export const pricesCheckedOn = '2026-11-21';

const connect = { service: 'Amazon Connect', source: 'aws.amazon.com/connect/pricing' } as const;
const transcribe = { service: 'Transcribe', source: 'aws.amazon.com/transcribe/pricing' } as const;
const bedrock = { service: 'Bedrock', source: 'aws.amazon.com/bedrock/pricing' } as const;
const lambda = { service: 'Lambda', source: 'aws.amazon.com/lambda/pricing' } as const;
const dynamodb = { service: 'DynamoDB', source: 'aws.amazon.com/dynamodb/pricing/on-demand' } as const;
const s3 = { service: 'S3', source: 'aws.amazon.com/s3/pricing' } as const;
const cloudWatch = { service: 'CloudWatch', source: 'aws.amazon.com/cloudwatch/pricing' } as const;

const waf = { service: 'WAF', source: 'aws.amazon.com/waf/pricing' } as const;

/** Every unit that the system is billed for. Free tiers and volume discounts are left out: the estimate is high. */
export const prices = {
  voiceMinutes: {
    ...connect,
    unit: 'minute of voice',
    usd: 0.018,
    evidence: 'secondary',
    note: 'per second after 10 s; 0.038 with unlimited AI',
  },
  telephonyMinutes: {
    ...connect,
    unit: 'minute to a US number',
    usd: 0.0048,
    evidence: 'recalled',
    note: 'per second after a minute; other countries cost from 0.005 to 0.3',
  },
  numberDays: { ...connect, unit: 'day of a DID number', usd: 0.03, evidence: 'recalled' },
  speechRequests: {
    service: 'Lex',
    source: 'aws.amazon.com/lex/pricing',
    unit: 'spoken turn',
    usd: 0.004,
    evidence: 'secondary',
  },
  transcribedMinutes: {
    ...transcribe,
    unit: 'minute in batch',
    usd: 0.006,
    evidence: 'secondary',
    note: 'per second; it was 0.024 with a minimum of 15 s until 2025',
  },
  redactedMinutes: {
    ...transcribe,
    unit: 'minute redacted',
    usd: 0.0024,
    evidence: 'secondary',
  },
  inputTokens: {
    ...bedrock,
    unit: 'input token of Claude Haiku 4.5',
    usd: 1.1e-6,
    evidence: 'secondary',
    note: 'profile of a geography: 10 % above the global one',
  },
  outputTokens: {
    ...bedrock,
    unit: 'output token of Claude Haiku 4.5',
    usd: 5.5e-6,
    evidence: 'secondary',
    note: 'as above',
  },
  stateTransitions: {
    service: 'Step Functions',
    source: 'aws.amazon.com/step-functions/pricing',
    unit: 'state transition (Standard)',
    usd: 0.025 / 1000,
    evidence: 'page',
  },
  invocations: { ...lambda, unit: 'request', usd: 0.2e-6, evidence: 'secondary' },
  gigabyteSeconds: { ...lambda, unit: 'GB-second on arm64', usd: 0.0000133334, evidence: 'secondary' },
  writeUnits: { ...dynamodb, unit: 'write request unit', usd: 0.625e-6, evidence: 'secondary' },
  readUnits: { ...dynamodb, unit: 'read request unit', usd: 0.125e-6, evidence: 'secondary' },
  tableGigabyteMonths: {
    ...dynamodb,
    unit: 'GB-month with point-in-time recovery',
    usd: 0.45,
    evidence: 'recalled',
    note: '0.25 stored, 0.20 recoverable',
  },
  queueRequests: {
    service: 'SQS',
    source: 'aws.amazon.com/sqs/pricing',
    unit: 'request',
    usd: 0.4e-6,
    evidence: 'recalled',
  },
  notifications: {
    service: 'SNS',
    source: 'aws.amazon.com/sns/pricing',
    unit: 'e-mail notification',
    usd: 2e-5,
    evidence: 'recalled',
  },
  objectEvents: {
    service: 'EventBridge',
    source: 'aws.amazon.com/eventbridge/pricing',
    unit: 'event of S3 (opt-in)',
    usd: 1e-6,
    evidence: 'secondary',
    note: "other services' own events are free",
  },
  objectWrites: { ...s3, unit: 'PUT', usd: 5e-6, evidence: 'recalled' },
  objectReads: { ...s3, unit: 'GET', usd: 0.4e-6, evidence: 'recalled' },
  objectGigabyteMonths: { ...s3, unit: 'GB-month (Standard)', usd: 0.023, evidence: 'recalled' },
  logGigabytes: { ...cloudWatch, unit: 'GB of logs taken in', usd: 0.5, evidence: 'recalled' },
  metricMonths: { ...cloudWatch, unit: 'own metric, a month', usd: 0.3, evidence: 'recalled' },
  alarmMonths: { ...cloudWatch, unit: 'alarm, a month', usd: 0.1, evidence: 'recalled' },
  dashboardMonths: { ...cloudWatch, unit: 'dashboard, a month', usd: 3, evidence: 'recalled' },
  traces: {
    service: 'X-Ray',
    source: 'aws.amazon.com/xray/pricing',
    unit: 'trace recorded',
    usd: 5e-6,
    evidence: 'recalled',
  },
  secretMonths: {
    service: 'Secrets Manager',
    source: 'aws.amazon.com/secrets-manager/pricing',
    unit: 'secret, a month',
    usd: 0.4,
    evidence: 'recalled',
  },
  webAclMonths: { ...waf, unit: 'web ACL, a month', usd: 5, evidence: 'recalled' },
  webAclRuleMonths: { ...waf, unit: 'rule of a web ACL, a month', usd: 1, evidence: 'recalled' },
} as const satisfies Record<string, UnitPrice>;

export type Priced = keyof typeof prices;
