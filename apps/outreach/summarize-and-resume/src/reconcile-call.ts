import type { EndCall, KeepAlive, ResumeWorkflow } from '@atlas-engine/call-lifecycle';
import type { CallRecord, DialRequest } from '@atlas-engine/domain';
import type { Clock } from '@atlas-engine/function-kit';
import { ageOf, keyOf } from './call-age.ts';
import type { FollowContact } from './follow-contact.ts';
import type { SeekContact } from './seek-contact.ts';
import type { PollTranscription } from './poll-transcription.ts';

export interface ReconcileCallPorts {
  readonly queue: { add(request: DialRequest): Promise<void> };
  readonly seek: SeekContact;
  readonly follow: FollowContact;
  readonly poll: PollTranscription;
  readonly endCall: EndCall;
  readonly resume: ResumeWorkflow;
  readonly keepAlive: KeepAlive;
  readonly clock: Clock;
}

/** Answers with what was done, in one word for the run's account. */
export type ReconcileCall = (call: CallRecord) => Promise<string>;

const minutes = 60_000;
/** Recordings appear within a minute or so of the end of a call, and are transcribed within a few more. */
const recordingWithin = 30 * minutes;
/** No call lasts longer. */
const longestCall = 120 * minutes;

/** Takes one call that fell silent as far as the services' own answers allow. It never dials. */
export function createReconcileCall(ports: ReconcileCallPorts): ReconcileCall {
  return async (call) => {
    switch (call.status) {
      case 'FINISHED':
        return await ports.resume(keyOf(call));
      case 'REQUESTED':
        return await queueAgain(ports, call);
      case 'DIALLING':
        return await ports.seek(call);
      case 'PLACED':
      case 'ENDED':
        return await follow(ports, call);
      case 'TRANSCRIBING':
        return await ports.poll(call);
    }
  };
}

/** A message that got lost is put into the queue again; a repeated one is harmless. Nobody is called for a workflow that is gone. */
async function queueAgain(
  { queue, keepAlive, endCall }: ReconcileCallPorts,
  call: CallRecord,
): Promise<string> {
  if ((await keepAlive(keyOf(call))) === 'GONE') {
    await endCall({ call, ending: { outcome: 'FAILED', reason: 'CALL_TIMED_OUT' } });
    return 'ABANDONED';
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
  const reason = call.recording === undefined ? 'NO_RECORDING' : 'TRANSCRIPTION_FAILED';
  await endCall({ call, ending: { outcome: 'ANSWERED', disposition: 'UNKNOWN', reason } });
  return reason;
}

async function awaitContact(
  { endCall, keepAlive, clock }: ReconcileCallPorts,
  call: CallRecord,
): Promise<string> {
  if (ageOf(call.dialledAt ?? call.createdAt, clock) > longestCall) {
    await endCall({ call, ending: { outcome: 'UNCONFIRMED', reason: 'DIAL_UNCONFIRMED' } });
    return 'UNCONFIRMED';
  }
  await keepAlive(keyOf(call));
  return 'NOT_FOUND';
}
