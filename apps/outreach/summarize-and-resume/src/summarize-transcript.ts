import type { EndCall, KeepAlive } from '@atlas-engine/call-lifecycle';
import {
  fromIso,
  parseTranscriptionJobName,
  toIso,
  type CallKey,
  type CallRecord,
  type CallSummary,
} from '@atlas-engine/domain';
import type { Clock } from '@atlas-engine/function-kit';
import type { InteractionStore, RequestRecord } from '@atlas-engine/interaction-store';
import type { LanguageModel } from '@atlas-engine/language-model';
import type { HeedLateTranscript } from './heed-late-transcript.ts';
import type { LearnContact } from './learn-contact.ts';
import { isMadeWithoutModel, summarizeTurns } from './summarize-turns.ts';
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
  const { store, heedLate, clock } = ports;
  return async (location) => {
    const key = callOfTranscript(location.key);
    if (key === undefined) return 'NOT_OURS';
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
  const { endedAt = toIso(ports.clock.now()), disconnectReason } = await withItsEnd(ports, call);
  const summary = await summarizeTurns(ports.model, {
    ...conversation,
    callEndedAt: endedAt,
    timeZone: timeZoneOfLead(record.request.lead, fromIso(endedAt)),
    customerHungUp: disconnectReason === 'CUSTOMER_DISCONNECT',
  });
  if (isMadeWithoutModel(summary)) ports.onModelFailure?.();
  return await finish(
    ports,
    call,
    await ports.store.saveSummary({ key, summary, turns: conversation.turns }),
  );
}

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
