import type { ContactId } from '@atlas-engine/domain';
import type { FindCall, Telephony } from '@atlas-engine/call-lifecycle';
import type { Transcription } from '@atlas-engine/call-lifecycle/transcription';
import type { Clock } from '@atlas-engine/function-kit';
import type { InteractionStore } from '@atlas-engine/interaction-store';
import { contactOfRecording, isAutomatedPart } from './transcription-event.ts';

export interface StartTranscriptionPorts {
  readonly store: Pick<InteractionStore, 'recordRecording'>;
  readonly findCall: FindCall;
  readonly telephony: Pick<Telephony, 'describe'>;
  readonly transcription: Pick<Transcription, 'order'>;
  readonly clock: Clock;
}

/**
 * A recording has landed: it belongs to a call of ours, or to somebody else's contact. A repeat of the event starts
 * nothing twice, because the job's name follows from the call; of two recordings of one call the first counts,
 * except that a talk with an agent says more than the automated part before it, which lands first.
 */
export function createStartTranscription({
  store,
  findCall,
  telephony,
  transcription,
  clock,
}: StartTranscriptionPorts) {
  return async (object: { readonly bucket: string; readonly key: string }): Promise<string> => {
    const contactId = contactOfRecording(object.key);
    if (contactId === undefined) return 'NOT_A_RECORDING';
    const call = await findCall(contactId);
    if (call === undefined) return 'NOT_OURS';
    if (call.status === 'FINISHED') return 'ALREADY_FINISHED';
    if (isAutomatedPart(object.key) && (await reachedAgent(telephony, contactId))) return 'TALK_FOLLOWS';
    const key = { requestId: call.requestId, sequence: call.sequence };
    return await transcription.order(await store.recordRecording({ key, object, at: clock.now() }));
  };
}

async function reachedAgent(
  { describe }: StartTranscriptionPorts['telephony'],
  contactId: ContactId,
): Promise<boolean> {
  const facts = await describe(contactId);
  return facts !== 'NOT_FOUND' && facts.connectedToAgentAt !== undefined;
}
