import type { FindCall } from '@atlas-engine/call-lifecycle';
import type { Transcription } from '@atlas-engine/call-lifecycle/transcription';
import type { Clock } from '@atlas-engine/function-kit';
import type { InteractionStore } from '@atlas-engine/interaction-store';
import { contactOfRecording } from './transcription-event.ts';

export interface StartTranscriptionPorts {
  readonly store: Pick<InteractionStore, 'recordRecording'>;
  readonly findCall: FindCall;
  readonly transcription: Pick<Transcription, 'order'>;
  readonly clock: Clock;
}

/**
 * A recording has landed: it belongs to a call of ours, or to somebody else's contact. A repeat of the event starts
 * nothing twice, because the job's name follows from the call; of two recordings of one call the first counts.
 */
export function createStartTranscription({ store, findCall, transcription, clock }: StartTranscriptionPorts) {
  return async (object: { readonly bucket: string; readonly key: string }): Promise<string> => {
    const contactId = contactOfRecording(object.key);
    if (contactId === undefined) return 'NOT_A_RECORDING';
    const call = await findCall(contactId);
    if (call === undefined) return 'NOT_OURS';
    if (call.status === 'FINISHED') return 'ALREADY_FINISHED';
    const key = { requestId: call.requestId, sequence: call.sequence };
    return await transcription.order(await store.recordRecording({ key, object, at: clock.now() }));
  };
}
