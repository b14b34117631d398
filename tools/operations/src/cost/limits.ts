import { outreachFunctionNames, type StageConfiguration } from '@atlas-engine/resource-names';
import { billedMilliseconds, ringingSeconds, transcription } from './assumptions.ts';
import { callsPerLead, type Demand } from './demand.ts';
import { perAttempt, perRequest } from './quantities.ts';
import { invocationsOfLead } from './usage.ts';

/** How much passes through a stage. */
export interface Traffic {
  readonly callsPerSecond: number;
  readonly leadsPerSecond: number;
  readonly answersPerSecond: number;
  readonly demand: Demand;
}

/** Something that there is only so much of. */
export interface Limit {
  readonly name: string;
  readonly unit: string;
  /** What is there by default. */
  readonly limit: number;
  /** What the traffic needs of it. */
  readonly needed: (traffic: Traffic) => number;
  readonly remedy: string;
  /** In Service Quotas, where it is there. */
  readonly quota?: { readonly service: string; readonly code: string };
}

/** The traffic at a number of calls an hour, spread evenly. */
export function trafficAt(callsPerHour: number, demand: Demand): Traffic {
  const { attempts, answers } = callsPerLead(demand);
  const callsPerSecond = callsPerHour / 3600;
  const leadsPerSecond = callsPerSecond / attempts;
  return { demand, callsPerSecond, leadsPerSecond, answersPerSecond: leadsPerSecond * answers };
}

/** Lines in use: each call rings, and an answered one goes on. */
const linesOf = ({ callsPerSecond, answersPerSecond, demand }: Traffic): number =>
  callsPerSecond * ringingSeconds + answersPerSecond * demand.callSeconds;

const jobSeconds = ({ callSeconds }: Demand): number =>
  Math.max(transcription.leastSeconds, callSeconds * transcription.shareOfRecording);

/** Invocations under way at a time. */
function concurrencyOf({ leadsPerSecond, demand }: Traffic): number {
  const invocations = invocationsOfLead(demand);
  return outreachFunctionNames.reduce(
    (total, name) => total + (leadsPerSecond * invocations[name] * billedMilliseconds[name]) / 1000,
    0,
  );
}

/** The pace that a stage is configured for, which is no quota of AWS but comes before those. */
export const ownPace = ({ pacing }: Pick<StageConfiguration, 'pacing'>): Limit => ({
  name: 'Pace of the stage',
  unit: 'calls a second',
  limit: Math.min(pacing.callsPerSecond, pacing.maxConcurrentCalls / pacing.expectedCallSeconds),
  needed: ({ callsPerSecond }) => callsPerSecond,
  remedy: "raise `pacing` in the stage's configuration, after the quotas below it were raised",
});

/** What AWS and Salesforce give an account by default, in us-east-1. Codes and values: Service Quotas, autumn 2026. */
export const limits: readonly Limit[] = [
  {
    name: 'Connect: active calls of an instance',
    unit: 'calls at a time',
    limit: 10,
    needed: linesOf,
    remedy: 'ask for more (up to 3 weeks); beyond some thousands several instances, each with its own stage',
    quota: { service: 'connect', code: 'L-12AB7C57' },
  },
  {
    name: 'Connect: StartOutboundVoiceContact',
    unit: 'requests a second',
    limit: 2,
    needed: ({ callsPerSecond }) => callsPerSecond,
    remedy: 'ask for more; else outbound campaigns, which dial without this request',
    quota: { service: 'connect', code: 'L-4E9BCC96' },
  },
  {
    name: 'Connect: DescribeContact',
    unit: 'requests a second',
    limit: 10,
    needed: ({ callsPerSecond, leadsPerSecond }) =>
      callsPerSecond * perAttempt.connectDescribes + leadsPerSecond * perRequest.connectDescribes,
    remedy: 'ask for more; or read contact records from a stream instead of asking for each',
    quota: { service: 'connect', code: 'L-371095B8' },
  },
  {
    name: 'Transcribe: jobs at a time',
    unit: 'jobs',
    limit: 250,
    needed: ({ answersPerSecond, demand }) => answersPerSecond * jobSeconds(demand),
    remedy: 'ask for more; job queueing holds the rest in the meantime',
    quota: { service: 'transcribe', code: 'L-6F7AB1C9' },
  },
  {
    name: 'Bedrock: requests to the model',
    unit: 'requests a minute',
    limit: 10_000,
    needed: ({ leadsPerSecond, answersPerSecond }) => 60 * (leadsPerSecond + answersPerSecond),
    remedy: 'ask for more (new accounts have far less); template scenarios take over meanwhile',
    quota: { service: 'bedrock', code: 'L-CCA5DF70' },
  },
  {
    name: 'Lambda: invocations at a time',
    unit: 'invocations',
    limit: 1000,
    needed: concurrencyOf,
    remedy: 'ask for more (new accounts have 10)',
    quota: { service: 'lambda', code: 'L-B99A9384' },
  },
  {
    name: 'Step Functions: StartExecution',
    unit: 'requests a second',
    limit: 300,
    needed: ({ leadsPerSecond }) => leadsPerSecond,
    remedy: 'ask for more; the requests of a file wait in the command until then',
  },
  {
    name: 'DynamoDB: the item that paces calls',
    unit: 'writes a second',
    limit: 1000,
    needed: ({ callsPerSecond }) => callsPerSecond * 2,
    remedy: 'several pacing items, each with a share of the rate',
  },
  {
    name: 'Salesforce: requests of an Enterprise org',
    unit: 'requests a day',
    limit: 100_000,
    needed: ({ leadsPerSecond }) => 24 * 3600 * leadsPerSecond * perRequest.salesforceRequests,
    remedy: 'buy more requests, or write outcomes in bulk (Bulk API 2.0) instead of one by one',
  },
];

/** A limit with what is needed of it. */
export interface LimitUse {
  readonly limit: Limit;
  readonly needed: number;
  /** Above 1 it does not suffice. */
  readonly share: number;
}

/** All limits at a traffic, the tightest first. */
export const limitUses = (traffic: Traffic, of: readonly Limit[] = limits): readonly LimitUse[] =>
  of
    .map((limit) => {
      const needed = limit.needed(traffic);
      return { limit, needed, share: needed / limit.limit };
    })
    .toSorted((left, right) => right.share - left.share);

/** Calls an hour at which a limit is reached. */
export const ceilingOf = (limit: Limit, demand: Demand): number =>
  (3600 * limit.limit) / limit.needed(trafficAt(3600, demand));
