import { defineHandler } from '@atlas-engine/function-kit';
import { logger, metrics, reconcile, summarizeTranscript, trackContact } from './composition.ts';
import { resumeEventSchema, type ResumeEvent } from './resume-event.ts';

/** SummarizeAndResumeHandler: a transcript is there, Connect said something of a contact, or it is time to reconcile. */
export const handler = defineHandler({
  name: 'SummarizeAndResumeHandler',
  schema: resumeEventSchema,
  logger,
  metrics,
  handle: async (event) => {
    const done = await handle(event);
    logger.info('resume', { done });
    return { done };
  },
});

async function handle(event: ResumeEvent): Promise<unknown> {
  if ('reconcile' in event) return await reconcile();
  if (event['detail-type'] === 'Object Created') {
    return await summarizeTranscript({ bucket: event.detail.bucket.name, key: event.detail.object.key });
  }
  return await trackContact({ contactId: event.detail.contactId, eventType: event.detail.eventType });
}
