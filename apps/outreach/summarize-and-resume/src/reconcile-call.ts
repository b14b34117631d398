import type { EndCall, KeepAlive, ResumeWorkflow } from '@atlas-engine/call-lifecycle';
import type { Transcription } from '@atlas-engine/call-lifecycle/transcription';
import type { CallRecord, DialRequest } from '@atlas-engine/domain';
import type { Clock, Logger } from '@atlas-engine/function-kit';
import { ageOf, keyOf } from './call-age.ts';
import type { FollowContact } from './follow-contact.ts';
import type { PollTranscription } from './poll-transcription.ts';
import { unconfirmed, type SeekContact } from './seek-contact.ts';
import type { SummarizeTranscript } from './summarize-transcript.ts';

export interface ReconcileCallPorts {
  readonly queue: { add(request: DialRequest): Promise<void> };
  readonly transcription: Pick<Transcription, 'order'>;
  readonly summarize: SummarizeTranscript;
  readonly seek: SeekContact;
  readonly follow: FollowContact;
  readonly poll: PollTranscription;
  readonly endCall: EndCall;
  readonly resume: ResumeWorkflow;
  readonly keepAlive: KeepAlive;
  readonly clock: Clock;
  readonly logger: Pick<Logger, 'error'>;
}

/** Answers with what was done, in one word for the run's account. */
export type ReconcileCall = (call: CallRecord) => Promise<string>;

const minutes = 60_000;
/** Recordings appear within a minute or so of the end of a call, and are transcribed within a few more. */
const recordingWithin = 30 * minutes;
/** No call lasts longer. */
const longestCall = 120 * minutes;

/**
 * A service that does not answer will do so again, and what became of the call can still be learnt then. But before
 * the workflow gives the placement up (24 h), the call ends by what is known.
 */
const learnableFor = 20 * 60 * minutes;

/**
 * Takes one call that fell silent as far as the services' own answers allow. It never dials. A look that fails is a
 * sign of life all the same: the workflow must not take the call for lost because a service was out of reach.
 */
export function createReconcileCall(ports: ReconcileCallPorts): ReconcileCall {
  return async (call) => {
    try {
      return await look(ports, call);
    } catch (error) {
      if (isUnlearnable(call, ports.clock)) return await giveUp(ports, call);
      await ports.keepAlive(keyOf(call));
      throw error;
    }
  };
}

async function look(ports: ReconcileCallPorts, call: CallRecord): Promise<string> {
  switch (call.status) {
    case 'FINISHED':
      return await ports.resume(keyOf(call));
    case 'REQUESTED':
      return await queueAgain(ports, call);
    case 'DIALLING':
      return await ports.seek(call);
    case 'PLACED':
    case 'ENDED':
    case 'TRANSCRIBING':
      return await followConversation(ports, call);
  }
}

/** As far as a conversation has come: what was transcribed is summarised, what was recorded transcribed. */
async function followConversation(ports: ReconcileCallPorts, call: CallRecord): Promise<string> {
  if (call.transcript !== undefined) return await ports.summarize(call.transcript);
  if (call.status === 'TRANSCRIBING') return await ports.poll(call);
  if (call.recording !== undefined) return await ports.transcription.order(call);
  return await follow(ports, call);
}

/** What was never dialled, or has its result, needs no end by what is known. */
const isUnlearnable = ({ status, dialledAt }: CallRecord, clock: Clock): boolean =>
  status !== 'FINISHED' && dialledAt !== undefined && ageOf(dialledAt, clock) > learnableFor;

async function giveUp({ endCall, logger }: ReconcileCallPorts, call: CallRecord): Promise<string> {
  logger.error('a call was given up: nothing could be learnt of it', { ...keyOf(call), status: call.status });
  const spoke = call.answeredAt !== undefined || call.recording !== undefined;
  await endCall({ call, ending: spoke ? unheard(call) : unconfirmed });
  return 'GIVEN_UP';
}

/** The end of a conversation that nobody can read. */
const unheard = ({ recording }: CallRecord) =>
  ({
    outcome: 'ANSWERED',
    disposition: 'UNKNOWN',
    reason: recording === undefined ? 'NO_RECORDING' : 'TRANSCRIPTION_FAILED',
  }) as const;

/** A message that got lost is put into the queue again; a repeated one is harmless. Nobody is called for a workflow that is gone. */
async function queueAgain(
  { queue, keepAlive, endCall }: ReconcileCallPorts,
  call: CallRecord,
): Promise<string> {
  if ((await keepAlive(keyOf(call))) === 'GONE') {
    // Who claims it at this moment dials it, and has to be left alone.
    const ending = { outcome: 'FAILED', reason: 'CALL_TIMED_OUT' } as const;
    const result = await endCall({ call, ending, from: ['REQUESTED'] });
    return result === undefined ? 'NOT_WAITING' : 'ABANDONED';
  }
  await queue.add({ callId: call.callId, ...keyOf(call) });
  return 'QUEUED_AGAIN';
}

/** Asked anew even when the contact is known to be over: whoever learnt of it may have died before ending the call. */
async function follow(ports: ReconcileCallPorts, call: CallRecord): Promise<string> {
  const progress = call.contactId === undefined ? 'NOT_FOUND' : await ports.follow(call, call.contactId);
  if (progress === 'AWAITS_RECORDING') return await awaitRecording(ports, call);
  return progress === 'NOT_FOUND' ? await awaitContact(ports, call) : progress;
}

async function awaitRecording({ endCall, clock }: ReconcileCallPorts, call: CallRecord): Promise<string> {
  if (call.endedAt === undefined || ageOf(call.endedAt, clock) <= recordingWithin) return 'AWAITS_RECORDING';
  const ending = unheard(call);
  await endCall({ call, ending });
  return ending.reason;
}

async function awaitContact(
  { endCall, keepAlive, clock }: ReconcileCallPorts,
  call: CallRecord,
): Promise<string> {
  if (ageOf(call.dialledAt ?? call.createdAt, clock) > longestCall) {
    await endCall({ call, ending: unconfirmed });
    return 'UNCONFIRMED';
  }
  await keepAlive(keyOf(call));
  return 'NOT_FOUND';
}
