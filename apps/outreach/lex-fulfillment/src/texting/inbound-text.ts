import { phoneNumberSchema } from '@atlas-engine/domain';
import * as z from 'zod';

/** A text of a customer, as AWS End User Messaging tells of it. Source: its user guide, "Two-way SMS messaging". */
export const inboundTextSchema = z.object({
  originationNumber: phoneNumberSchema,
  destinationNumber: phoneNumberSchema,
  messageBody: z.string().max(10_000).default(''),
  inboundMessageId: z.string().regex(/^[\w-]{1,100}$/, 'must be 1 to 100 letters, digits, "-" or "_"'),
});
export type InboundText = z.output<typeof inboundTextSchema>;

const jsonText = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'must be JSON' });
    return z.NEVER;
  }
});

/** A message of SmsSQSQueue: the notification of the topic, with the text inside. */
export const queuedTextSchema = z
  .object({ Type: z.literal('Notification'), Message: jsonText.pipe(inboundTextSchema) })
  .transform(({ Message }) => Message);
