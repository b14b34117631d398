import {
  nextTranscriptionAttempt,
  type CallRecord,
  type Instant,
  type TranscriptionAttempt,
} from '@atlas-engine/domain';
import type { InteractionStore } from '@atlas-engine/interaction-store';
import type { EndedCall } from '../call-result.ts';
import type { EndCall } from '../end-call.ts';
import type { KeepAlive } from '../keep-alive.ts';
import type { Transcriber } from './transcriber.ts';

export interface TranscriptionPorts {
  readonly store: Pick<InteractionStore, 'recordTranscription'>;
  readonly transcriber: Transcriber;
  readonly endCall: EndCall;
  readonly keepAlive: KeepAlive;
  readonly clock: { readonly now: () => Instant };
}

/** `GIVEN_UP`: the call has ended without a transcript. */
export type TranscriptionOrdered = 'STARTED' | 'GIVEN_UP';

/** Orders the transcription of a call's recording, as often as it may be worth it. Every order may be repeated. */
export interface Transcription {
  readonly order: (call: CallRecord) => Promise<TranscriptionOrdered>;
  /** After an attempt that failed: the next one, or the end of the call. */
  readonly orderAgain: (call: CallRecord, failed: TranscriptionAttempt) => Promise<TranscriptionOrdered>;
}

/** What is recorded of a conversation that nobody can read: no call follows, a person has the recording. */
const withoutTranscript = {
  outcome: 'ANSWERED',
  disposition: 'UNKNOWN',
  reason: 'TRANSCRIPTION_FAILED',
} as const satisfies EndedCall;

/**
 * A job that failed is ordered again, with the other settings each time: what the service could not read it may read
 * so, and what failed inside the service passes. An order that is refused with the one settings is made with the
 * others; what is refused then, or has failed as often as attempts go, ends the call without a transcript.
 */
export function createTranscription(ports: TranscriptionPorts): Transcription {
  const giveUp = async (call: CallRecord): Promise<'GIVEN_UP'> => {
    await ports.endCall({ call, ending: withoutTranscript });
    return 'GIVEN_UP';
  };
  const orderAs = async (call: CallRecord, attempt: TranscriptionAttempt): Promise<TranscriptionOrdered> => {
    if ((await start(ports, call, attempt)) === 'STARTED') return 'STARTED';
    return hasFirstSettings(attempt) ? await orderAgain(call, attempt) : await giveUp(call);
  };
  const orderAgain: Transcription['orderAgain'] = async (call, failed) => {
    const attempt = nextTranscriptionAttempt(failed);
    return attempt === undefined ? await giveUp(call) : await orderAs(call, attempt);
  };
  return { order: (call) => orderAs(call, 1), orderAgain };
}

/** Odd attempts ask for all that Transcribe can do for the language, even ones for as little as possible. */
export const hasFirstSettings = (attempt: TranscriptionAttempt): boolean => attempt % 2 === 1;

async function start(
  { store, transcriber, keepAlive, clock }: TranscriptionPorts,
  { requestId, sequence, recording, locale }: CallRecord,
  attempt: TranscriptionAttempt,
): Promise<'STARTED' | 'REFUSED'> {
  const key = { requestId, sequence };
  if (recording === undefined) return 'REFUSED';
  const answer = await transcriber.start({ key, attempt, recording, locale });
  if (answer === 'REFUSED') return answer;
  await store.recordTranscription({ key, attempt, at: clock.now() });
  await keepAlive(key);
  return answer;
}
