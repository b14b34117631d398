import * as z from 'zod/mini';
import { contentSchema } from '../messages/content.ts';
import { problemCodes } from '../problem.ts';

/** `queued` waits for the network; a `failed` one can be sent again. */
const deliveries = ['sending', 'queued', 'sent', 'read', 'failed'] as const;
export type Delivery = (typeof deliveries)[number];

/** What happened beside what was said. */
const noticeCodes = [
  'session-ended',
  'session-new',
  'person-waiting',
  'person-joined',
  'person-left',
  'person-ended',
  'person-unavailable',
  'back-to-bot',
] as const;
export type NoticeCode = (typeof noticeCodes)[number];

/** `at` is in milliseconds since 1970. */
const said = { id: z.string(), at: z.number() };

const customerSchema = z.object({
  ...said,
  from: z.literal('customer'),
  text: z.string(),
  to: z.enum(['bot', 'person']),
  delivery: z.enum(deliveries),
  /** Why it failed. */
  problem: z.optional(z.enum(problemCodes)),
});

/** A line of the conversation. */
export const entrySchema = z.discriminatedUnion('from', [
  customerSchema,
  z.object({ ...said, from: z.literal('bot'), content: contentSchema }),
  z.object({ ...said, from: z.literal('person'), name: z.string(), content: contentSchema }),
  z.object({ ...said, from: z.literal('notice'), notice: z.enum(noticeCodes), name: z.optional(z.string()) }),
]);
export type Entry = z.infer<typeof entrySchema>;
export type CustomerEntry = z.infer<typeof customerSchema>;

type Without<Type, Key extends string> = Type extends unknown ? Omit<Type, Key> : never;
/** A line before it has its id and time. */
export type NewEntry = Without<Entry, 'id' | 'at'>;
