import { contactIdSchema, type ContactId } from '@atlas-engine/domain';
import * as z from 'zod';

/** EventBridge events that this function takes. Keys of EventBridge's S3 events are not URL-encoded. */
export const transcriptionEventSchema = z.discriminatedUnion('detail-type', [
  z.object({
    'detail-type': z.literal('Object Created'),
    detail: z.object({
      bucket: z.object({ name: z.string() }),
      object: z.object({ key: z.string().min(1) }),
    }),
  }),
  z.object({
    'detail-type': z.literal('Transcribe Job State Change'),
    detail: z.object({ TranscriptionJobName: z.string(), TranscriptionJobStatus: z.literal('FAILED') }),
  }),
]);

/** `<prefix>/CallRecordings/[ivr/]<year>/<month>/<day>/<contact>_<time>_UTC.wav`; chats and analyses lie elsewhere. */
const recordingKey = /\/CallRecordings\/(?:ivr\/)?\d{4}\/\d{2}\/\d{2}\/([^/_]+)_[^/]*\.wav$/;

/** The contact whose recording lies under a key, by Connect's layout; undefined for any other object. */
export const contactOfRecording = (key: string): ContactId | undefined =>
  contactIdSchema.safeParse(recordingKey.exec(key)?.[1]).data;

/** Whether a recording is of what the customer heard and said before an agent. */
export const isAutomatedPart = (key: string): boolean => key.includes('/CallRecordings/ivr/');
