import type { EndCall } from '@atlas-engine/call-lifecycle';
import { parseTranscriptionJobName } from '@atlas-engine/domain';
import type { InteractionStore } from '@atlas-engine/interaction-store';
import { withoutTranscript, type OrderTranscription } from './order-transcription.ts';

export interface RetryTranscriptionPorts {
  readonly store: Pick<InteractionStore, 'getCall'>;
  readonly order: OrderTranscription;
  readonly endCall: EndCall;
}

/** A job failed: once more with other settings, then the workflow goes on without a transcript. */
export function createRetryTranscription({ store, order, endCall }: RetryTranscriptionPorts) {
  return async (jobName: string): Promise<string> => {
    const job = parseTranscriptionJobName(jobName);
    if (job === undefined) return 'NOT_OURS';
    const call = await store.getCall({ requestId: job.requestId, sequence: job.sequence });
    if (call === undefined) return 'NOT_OURS';
    if (call.status === 'FINISHED') return 'ALREADY_FINISHED';
    if (job.attempt === 1) return await order(call, 2);
    await endCall({ call, ending: withoutTranscript });
    return 'GIVEN_UP';
  };
}
