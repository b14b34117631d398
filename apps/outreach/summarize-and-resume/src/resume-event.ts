import { contactIdSchema } from '@atlas-engine/domain';
import * as z from 'zod';

/** What this function is woken by: two EventBridge events and its own schedule. */
export const resumeEventSchema = z.union([
  z.object({ reconcile: z.literal(true) }),
  z.object({
    'detail-type': z.literal('Object Created'),
    detail: z.object({
      bucket: z.object({ name: z.string() }),
      object: z.object({ key: z.string().min(1) }),
    }),
  }),
  z.object({
    'detail-type': z.literal('Amazon Connect Contact Event'),
    /** New event types may appear at any time; they count as signs of life. */
    detail: z.object({ contactId: contactIdSchema, eventType: z.string() }),
  }),
]);
export type ResumeEvent = z.infer<typeof resumeEventSchema>;
