import type { OutreachFunctionName } from '@atlas-engine/resource-names';

/** What one of something uses. */
export interface Quantities {
  readonly stateTransitions: number;
  /** Items written alone. */
  readonly updates: number;
  /** Items in transactions, each of which counts twice. */
  readonly transactedItems: number;
  /** Consistent reads and queries of up to 4 KB. */
  readonly reads: number;
  readonly queueMessages: number;
  readonly invocations: Readonly<Partial<Record<OutreachFunctionName, number>>>;
  readonly logBytes: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly connectDescribes: number;
  readonly salesforceRequests: number;
}

/** When `npm run bench -- quantities` gave the figures below. */
export const measuredOn = '2026-11-21';

/** Once for each request: from its row in a file to the notification of the sales team, one postponement included. */
export const perRequest: Quantities = {
  stateTransitions: 8,
  updates: 8.5,
  transactedItems: 12,
  reads: 49.4,
  queueMessages: 1.5,
  invocations: {
    CreateLeadHandler: 1,
    GenerateDynamicScenarioHandler: 1,
    InvokeOutboundCallHandler: 1,
    InitiateCallHandler: 0.6,
    SummarizeAndResumeHandler: 0.6,
    UpdateLeadHandler: 1,
  },
  logBytes: 4088,
  inputTokens: 724,
  outputTokens: 215,
  connectDescribes: 0.9,
  salesforceRequests: 3.2,
};

/** Once more for each call that is placed. */
export const perAttempt: Quantities = {
  stateTransitions: 3,
  updates: 6,
  transactedItems: 12,
  reads: 43.6,
  queueMessages: 1,
  invocations: { InvokeOutboundCallHandler: 1, InitiateCallHandler: 0.4, SummarizeAndResumeHandler: 3 },
  logBytes: 3304,
  inputTokens: 0,
  outputTokens: 0,
  connectDescribes: 1.7,
  salesforceRequests: 0,
};

/** Once more when a call is answered. */
export const perAnswer: Quantities = {
  stateTransitions: 0,
  updates: 8,
  transactedItems: 2,
  reads: 6.4,
  queueMessages: 0,
  invocations: { StartTranscriptionHandler: 1, SummarizeAndResumeHandler: 2 },
  logBytes: 1794,
  inputTokens: 1258,
  outputTokens: 109,
  connectDescribes: 0,
  salesforceRequests: 0,
};
