import type * as z from 'zod';
import { partitionOf } from './arn.ts';
import { type Geography, inferenceRegions, type Region, regions } from './regions.ts';
import type { stageConfigurationSchema } from './stage-configuration-schema.ts';
import type { Stage } from './stage.ts';
import { weekdays } from './weekdays.ts';

type Draft = z.input<typeof stageConfigurationSchema>;

/**
 * Where the local cloud listens by default. Templates always carry this address, so that they do not depend on a
 * port; the local cloud replaces it when it listens elsewhere.
 */
export const localEndpoint = 'http://127.0.0.1:4566';

/** The account of the local cloud; real stages have none by default. */
export const localAccount = '000000000000';

/** Browsers resolve every name below localhost to this machine. The certificate is of no effect there. */
function localDomain(name: string) {
  const certificateArn = `arn:aws:acm:us-east-1:${localAccount}:certificate/local`;
  return { name: `${name}.localhost`, certificateArn };
}

/** What differs from {@link shared}, by stage. */
const byStage: Record<Stage, Partial<Draft>> = {
  local: {
    logLevel: 'debug',
    // Whoever tries it on a Sunday finds simulated people at work.
    businessHours: { timeZone: 'Europe/London', days: [...weekdays], opens: '00:00', closes: '24:00' },
    salesforce: { loginUrl: localEndpoint, apiVersion: 'v62.0' },
    endpoints: { sqs: localEndpoint },
    sites: {
      console: { domain: localDomain('console'), requestsPerFiveMinutes: 20_000 },
      chat: { domain: localDomain('chat'), requestsPerFiveMinutes: 20_000, allowedParents: ['*'] },
    },
    signIn: { furtherConsoleOrigins: ['http://localhost:4200'] },
  },
  dev: {
    logLevel: 'debug',
    signIn: { furtherConsoleOrigins: ['http://localhost:4200'] },
    retention: { logsDays: 7, recordingsDays: 7, transcriptsDays: 30 },
    salesforce: { loginUrl: 'https://test.salesforce.com', apiVersion: 'v62.0' },
  },
  staging: {
    salesforce: { loginUrl: 'https://test.salesforce.com', apiVersion: 'v62.0' },
    goLive: { shift: 'Linear10PercentEvery1Minute', maxErrors: 1 },
  },
  prod: {
    retention: { logsDays: 365, recordingsDays: 90, transcriptsDays: 365 },
    goLive: { shift: 'Canary10Percent5Minutes', maxErrors: 1 },
    budget: { monthlyUsd: 1000 },
  },
};

const haiku = (geography: Geography): Draft['models']['scenario'] => ({
  id: `${geography}.anthropic.claude-haiku-4-5-20251001-v1:0`,
  regions: [...inferenceRegions[geography]],
});

const shared = (region: Region): Omit<Draft, 'stage' | 'account' | 'region'> => {
  const { geography, phoneCountry } = regions[region];
  return {
    logLevel: 'info',
    retention: { logsDays: 30, recordingsDays: 30, transcriptsDays: 90 },
    models: { scenario: haiku(geography), summary: haiku(geography) },
    callingPolicy: {},
    pacing: { callsPerSecond: 1.8, burst: 5, maxConcurrentCalls: 10, expectedCallSeconds: 60 },
    connect: { trafficType: 'GENERAL', phoneCountry },
    businessHours: {
      timeZone: 'Europe/London',
      days: weekdays.slice(0, 5),
      opens: '09:00',
      closes: '17:30',
    },
    salesforce: { loginUrl: 'https://login.salesforce.com', apiVersion: 'v62.0' },
    signIn: { furtherConsoleOrigins: [] },
    salesTeamEmails: [],
    goLive: { shift: 'AllAtOnce', maxErrors: 1 },
    alarms: {
      emails: [],
      functionErrors: 5,
      functionThrottles: 1,
      apiServerErrors: 5,
      siteErrorPercent: 5,
      durationPercent: 90,
      workflowFailures: 5,
      dialQueueSeconds: 900,
      oldestCallSeconds: 4 * 3600,
      orphanTokens: 3,
      dialRefusals: 50,
      connectLinesPercent: 90,
      answerRatePercent: 5,
      modelFallbacks: 10,
      crmFailures: 5,
      salesforceApiPercent: 80,
    },
    budget: { monthlyUsd: 100 },
    sites: {
      console: { requestsPerFiveMinutes: 20_000 },
      chat: { requestsPerFiveMinutes: 2000, allowedParents: ['*'] },
    },
    endpoints: { sqs: sqsEndpointOf(region) },
  };
};

/** The address of SQS in a region. */
export const sqsEndpointOf = (region: string): string =>
  `https://sqs.${region}.amazonaws.com${partitionOf(region) === 'aws-cn' ? '.cn' : ''}`;

/** A stage's values before `ATLAS_ACCOUNT` is known to be good. */
export const defaultsOf = (stage: Stage, region: Region): Omit<Draft, 'account'> => ({
  ...shared(region),
  ...byStage[stage],
  stage,
  region,
});
