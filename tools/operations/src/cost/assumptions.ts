import type { OutreachFunctionName } from '@atlas-engine/resource-names';

/**
 * What a local run cannot tell. Billed milliseconds are mostly time in which AWS, Bedrock or Salesforce is waited
 * for; the figures are guesses on the high side until a stage is measured.
 */
export const billedMilliseconds: Readonly<Record<OutreachFunctionName, number>> = {
  CreateLeadHandler: 900,
  GenerateDynamicScenarioHandler: 6000,
  InitiateCallHandler: 400,
  InvokeOutboundCallHandler: 150,
  LexFulfillmentHandler: 150,
  StartTranscriptionHandler: 250,
  // Contact events and reconciliations take 100, a summary 8000.
  SummarizeAndResumeHandler: 1500,
  UpdateLeadHandler: 700,
};

/** As in each function's `cdk.ts`; a test compares them with the synthesized templates when there are any. */
export const memoryMb: Readonly<Record<OutreachFunctionName, number>> = {
  CreateLeadHandler: 256,
  GenerateDynamicScenarioHandler: 256,
  InitiateCallHandler: 256,
  InvokeOutboundCallHandler: 256,
  LexFulfillmentHandler: 256,
  StartTranscriptionHandler: 256,
  SummarizeAndResumeHandler: 512,
  UpdateLeadHandler: 256,
};

/** Once per answered call. */
export const answeredCall = {
  /** Turns that the bot hears; each is a spoken request to Lex and an invocation of LexFulfillmentHandler. */
  spokenTurns: 5,
  /** Recording and transcript, and what Amazon Connect and Transcribe write beside them. */
  objectWrites: 4,
  objectReads: 3,
  objectEvents: 4,
  /** Two channels of 8 kHz with 16 bits. */
  recordingBytesPerSecond: 32_000,
} as const;

/** Of a line: from the request until it is free again. */
export const ringingSeconds = 25;

/** Batch jobs take at least this long, and about half of the recording. */
export const transcription = { leastSeconds: 20, shareOfRecording: 0.5 } as const;

/** Bytes of all items of a request, indexes included; nothing deletes them. */
export const tableBytesPerRequest = 20_000;

/** X-Ray records the first request of a second and then this share, by default. */
export const tracedShare = 0.05;

/** An e-mail for each finished request. */
export const subscribers = 1;

/** Console and chat; each has a web ACL with a limit of its own and two groups of AWS. */
const sites = 2;
const rulesOfSite = 3;

/** What a stage costs with no call at all, a month. Requests to the pages are too few to count. Lambda asks the dial queue with five pollers, every 20 s. */
export const standing = {
  numberDays: 30,
  metricMonths: 40,
  alarmMonths: 60,
  dashboardMonths: 1,
  secretMonths: 1,
  webAclMonths: sites,
  webAclRuleMonths: sites * rulesOfSite,
  queueRequests: (5 * 30 * 24 * 3600) / 20,
} as const;
