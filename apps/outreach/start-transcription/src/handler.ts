import { defineHandler } from '@atlas-engine/function-kit';
import { logger, metrics, retryTranscription, startTranscription } from './composition.ts';
import { transcriptionEventSchema } from './transcription-event.ts';

/** StartTranscriptionHandler: a recording landed in S3, or a transcription job of ours failed. */
export const handler = defineHandler({
  name: 'StartTranscriptionHandler',
  schema: transcriptionEventSchema,
  logger,
  metrics,
  handle: async (event) => {
    const done =
      event['detail-type'] === 'Object Created'
        ? await startTranscription({ bucket: event.detail.bucket.name, key: event.detail.object.key })
        : await retryTranscription(event.detail.TranscriptionJobName);
    logger.info('transcription', { done });
    return { done };
  },
});
