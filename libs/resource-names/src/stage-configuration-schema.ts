import * as z from 'zod';
import {
  integerBetween,
  matching,
  numberBetween,
  oneOf,
  oneOfNumbers,
  urlWith,
} from './configuration-fields.ts';
import { regionNames } from './regions.ts';
import { stages } from './stage.ts';
import { weekdays } from './weekdays.ts';
import { trafficShiftNames } from './traffic-shift.ts';

/** A Bedrock model, or an inference profile with the regions in which it may run its model. */
const modelSchema = z.strictObject({
  id: matching(
    /^[a-z0-9-]+(\.[a-z0-9-]+){1,2}[A-Za-z0-9.:-]*$/,
    'a Bedrock model id or inference profile id',
  ),
  /** Regions of the underlying model; the stage's own for a model that is not a profile. */
  regions: z.array(matching(/^[a-z]{2}(-[a-z]+)+-\d$/, 'an AWS region')).min(1, 'at least one region'),
});
export type BedrockModel = z.infer<typeof modelSchema>;

/** Retention periods that CloudWatch Logs accepts, in days. */
const logRetentionDays = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1827, 3653] as const;

const clockTime = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;

/** A host name of one's own, with the certificate for it. CloudFront takes certificates of us-east-1 only. */
const domainSchema = z.strictObject({
  name: matching(/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/, 'a host name in lower case'),
  certificateArn: matching(
    /^arn:aws[\w-]*:acm:us-east-1:\d{12}:certificate\/[\w-]+$/,
    'the ARN of a certificate of ACM in us-east-1',
  ),
});

/** What pages need that people open. */
const siteFields = {
  /** Without it the site has the name that CloudFront gives it. */
  domain: domainSchema.optional(),
  /** Requests of one address within five minutes; an office of agents may share one address. */
  requestsPerFiveMinutes: integerBetween(10, 2_000_000),
};

/** All that differs between stages. `z.input` of it is what `stage-defaults.ts` writes down. */
export const stageConfigurationSchema = z.strictObject({
  stage: oneOf(stages),
  account: matching(/^\d{12}$/, 'twelve digits; set ATLAS_ACCOUNT to the AWS account'),
  region: oneOf(regionNames),
  logLevel: oneOf(['debug', 'info', 'warn', 'error']),
  retention: z.strictObject({
    logsDays: oneOfNumbers(logRetentionDays),
    recordingsDays: integerBetween(1, 3650),
    transcriptsDays: integerBetween(1, 3650),
  }),
  models: z.strictObject({ scenario: modelSchema, summary: modelSchema }),
  /** Differences from the domain's default calling policy; its schema checks them when stacks are synthesized. */
  callingPolicy: z.record(z.string(), z.json()),
  pacing: z.strictObject({
    /** Amazon Connect's default quota is 2 per second with a burst of 5; a little below leaves room for others. */
    callsPerSecond: numberBetween(0.1, 100),
    burst: integerBetween(1, 100),
    /** Amazon Connect's default quota is 10 active calls an instance. */
    maxConcurrentCalls: integerBetween(1, 10_000),
    /** How long a call takes on average, ringing included; with the number of lines it bounds the pace. */
    expectedCallSeconds: integerBetween(5, 3600),
  }),
  connect: z.strictObject({
    /** `CAMPAIGN` turns answering-machine detection on and needs a quota that AWS grants on request. */
    trafficType: oneOf(['GENERAL', 'CAMPAIGN']),
    phoneCountry: matching(/^[A-Z]{2}$/, 'a country as two capital letters (ISO 3166)'),
  }),
  /** When people answer calls and chats; the domain's schema checks the zone when stacks are synthesized. */
  businessHours: z.strictObject({
    timeZone: z.string(),
    days: z.array(oneOf(weekdays)).min(1, 'at least one day'),
    opens: matching(clockTime, 'a time such as 09:00'),
    closes: matching(clockTime, 'a time such as 17:30, at most 24:00'),
  }),
  salesforce: z.strictObject({
    /** Where the stage signs in; its secret must name the same. */
    loginUrl: urlWith('https', 'http'),
    apiVersion: matching(/^v\d{2}\.0$/, 'a version such as v62.0'),
  }),
  signIn: z.strictObject({
    /**
     * Where agents come back to when they have signed in, beside the console's own domain: for development, and the
     * address that CloudFront gave a console without a domain. Without either nobody can sign in.
     */
    furtherConsoleOrigins: z
      .array(
        matching(
          /^(https:\/\/[a-z0-9.-]+|http:\/\/([a-z0-9-]+\.)*localhost(:\d+)?)$/,
          'https origins without a path, or http ones on localhost',
        ),
      )
      .max(50, 'at most 50 origins'),
  }),
  /** E-mail addresses that subscribe to SalesTeamNotifications; each must confirm. */
  salesTeamEmails: z.array(z.email('e-mail addresses')),
  goLive: z.strictObject({
    /** How callers come to a new version of a function or of the workflow. `ATLAS_TRAFFIC_SHIFT` overrules it. */
    shift: oneOf(trafficShiftNames),
    /** Errors of a new version within a minute that take it back. */
    maxErrors: integerBetween(1, 1000),
  }),
  alarms: z.strictObject({
    /** E-mail addresses that subscribe to AtlasEngineOperations; each must confirm. */
    emails: z.array(z.email('e-mail addresses')),
    /** Errors of a function within five minutes. */
    functionErrors: integerBetween(1, 10_000),
    /** Throttled invocations of a function within five minutes. */
    functionThrottles: integerBetween(1, 10_000),
    /** Requests to an HTTP API that end with 5xx within five minutes. */
    apiServerErrors: integerBetween(1, 10_000),
    /** Requests to a site that end with 5xx, in percent of five minutes. */
    siteErrorPercent: integerBetween(1, 100),
    /** The part of its time-out that a function's slowest invocation may take. */
    durationPercent: integerBetween(10, 100),
    /** Executions of the workflow that fail within five minutes; while one goes live, they take it back. */
    workflowFailures: integerBetween(1, 10_000),
    /** Seconds that a dial request may wait in its queue. */
    dialQueueSeconds: integerBetween(60, 86_400),
    /** Seconds that an execution may wait for a call. */
    oldestCallSeconds: integerBetween(600, 86_400),
    /** Results of an hour for which no workflow waits. */
    orphanTokens: integerBetween(1, 10_000),
    /** Calls that the policy refuses for good within an hour. */
    dialRefusals: integerBetween(1, 100_000),
    /** Lines of Amazon Connect in use, in percent of the quota. */
    connectLinesPercent: integerBetween(10, 100),
    /** Answered calls in percent of those that rang, hour by hour for six hours. */
    answerRatePercent: integerBetween(1, 100),
    /** Scenarios, or summaries, that were made without the language model within an hour. */
    modelFallbacks: integerBetween(1, 10_000),
    /** Steps that failed because of Salesforce within five minutes. */
    crmFailures: integerBetween(1, 10_000),
    /** Requests to Salesforce in percent of the org's daily limit. */
    salesforceApiPercent: integerBetween(10, 100),
  }),
  budget: z.strictObject({
    /** What the stage may cost a month. Operations hear at four fifths of it, and when the forecast is above it. */
    monthlyUsd: integerBetween(1, 1_000_000),
  }),
  /** The repository whose workflows may deploy the stage, as `owner/name`; without one nobody's may. */
  githubRepository: matching(
    /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})\/[A-Za-z0-9._-]{1,100}$/,
    'a repository on GitHub as owner/name; set ATLAS_GITHUB_REPOSITORY to it, or to nothing',
  ).optional(),
  sites: z.strictObject({
    /** The web ACL before the sites; required in every region but us-east-1, where the stacks make their own. */
    webAclArn: matching(
      /^arn:aws[\w-]*:wafv2:us-east-1:\d{12}:global\/webacl\/.+$/,
      'the ARN of a web ACL for CloudFront, which lives in us-east-1',
    ).optional(),
    console: z.strictObject(siteFields),
    chat: z.strictObject({
      ...siteFields,
      /** Origins of pages that may embed the chat; `*` stands for any. */
      allowedParents: z.array(
        matching(
          /^(\*|https?:\/\/[a-z0-9*.-]+(:(\d{1,5}|\*))?)$/,
          '* or an origin, e.g. https://www.example.com',
        ),
      ),
    }),
  }),
  endpoints: z.strictObject({ sqs: urlWith('https', 'http') }),
});
export type StageConfiguration = z.infer<typeof stageConfigurationSchema>;
