import type { EndCall, EndedCall, KeepAlive } from '@atlas-engine/call-lifecycle';
import type { CallRecord } from '@atlas-engine/domain';
import type { Clock } from '@atlas-engine/function-kit';
import type { InteractionStore } from '@atlas-engine/interaction-store';
import type { Transcriber } from './transcriber.ts';

export interface OrderTranscriptionPorts {
  readonly store: Pick<InteractionStore, 'recordTranscription'>;
  readonly transcriber: Transcriber;
  readonly endCall: EndCall;
  readonly keepAlive: KeepAlive;
  readonly clock: Clock;
}

export type OrderTranscription = (call: CallRecord, attempt: 1 | 2) => Promise<'STARTED' | 'GIVEN_UP'>;

/** What is recorded of a conversation that nobody can read: no call follows, a person has the recording. */
export const withoutTranscript = {
  outcome: 'ANSWERED',
  disposition: 'UNKNOWN',
  reason: 'TRANSCRIPTION_FAILED',
} as const satisfies EndedCall;

/**
 * Orders the transcription of a call's recording. What is refused with the first settings is ordered once more with
 * the second; what is refused then ends the call without a transcript.
 */
export function createOrderTranscription(ports: OrderTranscriptionPorts): OrderTranscription {
  const order: OrderTranscription = async (call, attempt) => {
    if ((await start(ports, call, attempt)) === 'STARTED') return 'STARTED';
    if (attempt === 1) return await order(call, 2);
    await ports.endCall({ call, ending: withoutTranscript });
    return 'GIVEN_UP';
  };
  return order;
}

async function start(
  { store, transcriber, keepAlive, clock }: OrderTranscriptionPorts,
  { requestId, sequence, recording, locale }: CallRecord,
  attempt: 1 | 2,
): Promise<'STARTED' | 'REFUSED'> {
  const key = { requestId, sequence };
  if (recording === undefined) return 'REFUSED';
  const answer = await transcriber.start({ key, attempt, recording, locale });
  if (answer === 'REFUSED') return answer;
  await store.recordTranscription({ key, attempt, at: clock.now() });
  await keepAlive(key);
  return answer;
}
