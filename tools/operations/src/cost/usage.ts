import {
  outreachFunctionNames,
  type OutreachFunctionName,
  type StageConfiguration,
} from '@atlas-engine/resource-names';
import {
  answeredCall,
  billedMilliseconds,
  memoryMb,
  subscribers,
  tableBytesPerRequest,
  tracedShare,
} from './assumptions.ts';
import { callsPerLead, type Demand } from './demand.ts';
import type { Priced } from './prices.ts';
import { perAnswer, perAttempt, perRequest, type Quantities } from './quantities.ts';

/** How much is used of what is priced; what is not named is not used. */
export type Usage = Readonly<Partial<Record<Priced, number>>>;

/** What of a stage's configuration decides what is paid. */
export type Retention = Pick<StageConfiguration['retention'], 'recordingsDays'>;

const gigabyte = 1e9;
const daysOfMonth = 30;
/** Stored items are kept for ever; a year of their keep is counted. */
const monthsKept = 12;

/** What one lead uses, on average, from its request to the end of what is kept of it. */
export function usageOfLead(demand: Demand, { recordingsDays }: Retention): Usage {
  const { attempts, answers } = callsPerLead(demand);
  const total = (pick: (quantities: Quantities) => number): number =>
    pick(perRequest) + attempts * pick(perAttempt) + answers * pick(perAnswer);
  const invocations = invocationsOfLead(demand);
  const minutes = (answers * demand.callSeconds) / 60;
  const messages = total(({ queueMessages }) => queueMessages);
  const recordingBytes = answers * demand.callSeconds * answeredCall.recordingBytesPerSecond;
  return {
    voiceMinutes: minutes,
    // The first minute is billed whole.
    telephonyMinutes: (answers * Math.max(60, demand.callSeconds)) / 60,
    speechRequests: answers * answeredCall.spokenTurns,
    transcribedMinutes: minutes,
    redactedMinutes: minutes,
    inputTokens: total(({ inputTokens }) => inputTokens),
    outputTokens: total(({ outputTokens }) => outputTokens),
    stateTransitions: total(({ stateTransitions }) => stateTransitions),
    invocations: sum(Object.values(invocations)),
    gigabyteSeconds: sum(outreachFunctionNames.map((name) => invocations[name] * gigabyteSecondsOf(name))),
    writeUnits: total(({ updates, transactedItems }) => updates + 2 * transactedItems),
    readUnits: total(({ reads }) => reads),
    tableGigabyteMonths: (tableBytesPerRequest * monthsKept) / gigabyte,
    // Sent, received, deleted.
    queueRequests: 3 * messages,
    notifications: subscribers,
    objectEvents: answers * answeredCall.objectEvents,
    objectWrites: answers * answeredCall.objectWrites,
    objectReads: answers * answeredCall.objectReads,
    objectGigabyteMonths: ((recordingBytes / gigabyte) * recordingsDays) / daysOfMonth,
    logGigabytes: total(({ logBytes }) => logBytes) / gigabyte,
    traces: sum(Object.values(invocations)) * tracedShare,
  };
}

/** How often each function is invoked for one lead, on average. */
export function invocationsOfLead(demand: Demand): Record<OutreachFunctionName, number> {
  const { attempts, answers } = callsPerLead(demand);
  const of = (quantities: Quantities, name: OutreachFunctionName) => quantities.invocations[name] ?? 0;
  const turns = (name: OutreachFunctionName) =>
    name === 'LexFulfillmentHandler' ? answeredCall.spokenTurns : 0;
  return Object.fromEntries(
    outreachFunctionNames.map((name) => [
      name,
      of(perRequest, name) + attempts * of(perAttempt, name) + answers * (of(perAnswer, name) + turns(name)),
    ]),
  ) as Record<OutreachFunctionName, number>;
}

const gigabyteSecondsOf = (name: OutreachFunctionName): number =>
  (memoryMb[name] / 1024) * (billedMilliseconds[name] / 1000);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
