import { dispositions } from '@atlas-engine/domain';
import * as z from 'zod/mini';
import { instant, oneOf } from '../fields.ts';

/** One interaction with the same person. */
export const historyEntrySchema = z.object({
  /** Unique within the answer. */
  id: z.string(),
  at: instant(),
  kind: z.enum(['REQUEST', 'CALL', 'WRAP_UP']),
  requestId: z.string(),
  /** Of a call, from 1. */
  sequence: z.optional(z.int()),
  /** Of a request: where it came from. */
  channel: z.optional(z.string()),
  /** Of a request: what about. */
  interest: z.optional(z.string()),
  /** Of a call: how it ended, as the domain's `outcomeKinds`; missing while it goes on. */
  outcome: z.optional(z.string()),
  disposition: z.optional(oneOf(dispositions)),
  /** Of a call: what was said, in short; redacted. */
  summary: z.optional(z.string()),
  nextStep: z.optional(z.string()),
  followUpAt: z.optional(instant()),
  /** Of a wrap-up: the agent's user name and notes. */
  agent: z.optional(z.string()),
  notes: z.optional(z.string()),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

/** Newest first. */
export const historySchema = z.object({
  entries: z.array(historyEntrySchema),
  /** There is more than is shown. */
  truncated: z.boolean(),
});
export type History = z.infer<typeof historySchema>;
