import type { Transcription } from '@atlas-engine/call-lifecycle/transcription';
import { parseTranscriptionJobName } from '@atlas-engine/domain';
import type { Logger } from '@atlas-engine/function-kit';
import type { InteractionStore } from '@atlas-engine/interaction-store';

export interface RetryTranscriptionPorts {
  readonly store: Pick<InteractionStore, 'getCall'>;
  readonly transcription: Pick<Transcription, 'orderAgain'>;
  readonly logger: Pick<Logger, 'correlate'>;
}

/** A job failed: it is ordered again, or the workflow goes on without a transcript. */
export function createRetryTranscription({ store, transcription, logger }: RetryTranscriptionPorts) {
  return async (jobName: string): Promise<string> => {
    const job = parseTranscriptionJobName(jobName);
    if (job === undefined) return 'NOT_OURS';
    logger.correlate({ requestId: job.requestId });
    const call = await store.getCall({ requestId: job.requestId, sequence: job.sequence });
    if (call === undefined) return 'NOT_OURS';
    return call.status === 'FINISHED'
      ? 'ALREADY_FINISHED'
      : await transcription.orderAgain(call, job.attempt);
  };
}
