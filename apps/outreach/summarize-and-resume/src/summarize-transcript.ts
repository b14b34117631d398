import type { EndCall, KeepAlive } from '@atlas-engine/call-lifecycle';
import {
  fromIso,
  parseTranscriptionJobName,
  toIso,
  type CallKey,
  type CallRecord,
  type CallSummary,
} from '@atlas-engine/domain';
import type { Clock, Logger } from '@atlas-engine/function-kit';
import type { InteractionStore, RequestRecord } from '@atlas-engine/interaction-store';
import type { LanguageModel, ModelFailure } from '@atlas-engine/language-model';
import { ageOf } from './call-age.ts';
import type { HeedLateTranscript } from './heed-late-transcript.ts';
import type { LearnContact } from './learn-contact.ts';
import { isMadeWithoutModel, summarizeTurns, type SummarizedTurns } from './summarize-turns.ts';
import { timeZoneOfLead } from './time-zone-of-lead.ts';
import type { ObjectLocation, ReadTranscript } from './transcript-reader.ts';

export interface SummarizePorts {
  readonly store: Pick<
    InteractionStore,
    'getCall' | 'getRequest' | 'getSummary' | 'saveSummary' | 'recordTranscript'
  >;
  readonly read: ReadTranscript;
  readonly learn: LearnContact;
  readonly heedLate: HeedLateTranscript;
  readonly model: LanguageModel;
  readonly endCall: EndCall;
  readonly keepAlive: KeepAlive;
  readonly clock: Clock;
  readonly logger: Pick<Logger, 'warn' | 'correlate'>;
  readonly onModelFailure?: () => void;
}

export type SummarizeTranscript = (location: ObjectLocation) => Promise<string>;

/** A call with its transcript. */
export interface TranscribedCall {
  readonly call: CallRecord;
  readonly record: RequestRecord;
  readonly location: ObjectLocation;
}

/** The call whose transcript lies under a key; Transcribe puts `redacted-` before a redacted one. */
export function callOfTranscript(key: string): CallKey | undefined {
  const job = parseTranscriptionJobName(/([^/]*)\.json$/.exec(key)?.[1]?.replace(/^redacted-/, '') ?? '');
  return job === undefined ? undefined : { requestId: job.requestId, sequence: job.sequence };
}

/**
 * A transcript is there: makes turns of it, summarises them, stores both and ends the call. The summary is stored
 * before anything is told to anyone, so that no repeat pays the model twice.
 */
export function createSummarizeTranscript(ports: SummarizePorts): SummarizeTranscript {
  const { store, heedLate, clock, logger } = ports;
  return async (location) => {
    const key = callOfTranscript(location.key);
    if (key === undefined) return 'NOT_OURS';
    logger.correlate({ requestId: key.requestId });
    const [call, record] = await Promise.all([store.getCall(key), store.getRequest(key.requestId)]);
    if (call === undefined || record === undefined) return 'NOT_OURS';
    if (call.status === 'FINISHED') return await heedLate({ call, record, location });
    await store.recordTranscript({ key, object: location, at: clock.now() });
    const known = await store.getSummary(key);
    if (known !== undefined) return await finish(ports, call, known);
    return await summarize(ports, { call, record, location });
  };
}

async function summarize(ports: SummarizePorts, { call, record, location }: TranscribedCall) {
  const conversation = await ports.read(location, call);
  if (conversation === 'UNREADABLE') return await finishUnread(ports, call);
  const key = { requestId: call.requestId, sequence: call.sequence };
  await ports.keepAlive(key);
  const ended = await withItsEnd(ports, call);
  const endedAt = ended.endedAt ?? toIso(ports.clock.now());
  const summarized = await summarizeTurns(ports.model, {
    ...conversation,
    callEndedAt: endedAt,
    timeZone: timeZoneOfLead(record.request.lead, fromIso(endedAt)),
    customerHungUp: ended.disconnectReason === 'CUSTOMER_DISCONNECT',
  });
  if (summarized.failure !== undefined) tellOfFailure(ports, key, summarized.failure);
  const since = ended.endedAt ?? call.dialledAt ?? call.createdAt;
  if (isWorthAnotherTry(summarized, ageOf(since, ports.clock))) return 'SUMMARY_POSTPONED';
  const { summary } = summarized;
  return await finish(
    ports,
    call,
    await ports.store.saveSummary({ key, summary, turns: conversation.turns }),
  );
}

function tellOfFailure({ logger, onModelFailure }: SummarizePorts, key: CallKey, failure: ModelFailure) {
  logger.warn('the model gave no summary', { ...key, failure });
  onModelFailure?.();
}

/** A model that is down comes back: for so long after a call the reconciler asks again, then rules take its place. */
const summaryWithin = 40 * 60_000;

/** A model that will not answer will not do so later either; a wish for silence needs no model to count. */
const isWorthAnotherTry = ({ failure, summary }: SummarizedTurns, age: number): boolean =>
  failure !== undefined && failure !== 'REFUSED' && !summary.doNotCallRequested && age <= summaryWithin;

/** The transcript can be there before any event told that the call is over, or when all of them were lost. */
async function withItsEnd({ learn }: SummarizePorts, call: CallRecord): Promise<CallRecord> {
  if (call.endedAt !== undefined || call.contactId === undefined) return call;
  return (await learn(call, call.contactId))?.call ?? call;
}

async function finishUnread({ endCall }: SummarizePorts, call: CallRecord): Promise<string> {
  const ending = { outcome: 'ANSWERED', disposition: 'UNKNOWN', reason: 'TRANSCRIPT_MALFORMED' } as const;
  await endCall({ call, ending });
  return 'MALFORMED';
}

async function finish({ endCall }: SummarizePorts, call: CallRecord, summary: CallSummary): Promise<string> {
  const { disposition, sentiment, followUpAt, doNotCallRequested } = summary;
  const doNotCall = doNotCallRequested || disposition === 'DO_NOT_CALL';
  await endCall({
    call,
    ending: {
      outcome: disposition === 'VOICEMAIL' && !doNotCall ? 'VOICEMAIL' : 'ANSWERED',
      disposition: doNotCall ? 'DO_NOT_CALL' : disposition,
      sentiment,
      ...(followUpAt === null ? {} : { followUpAt: fromIso(followUpAt) }),
      ...(isMadeWithoutModel(summary) ? { reason: 'SUMMARY_UNAVAILABLE' as const } : {}),
      doNotCall,
    },
  });
  return 'FINISHED';
}
