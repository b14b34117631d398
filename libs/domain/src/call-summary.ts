import * as z from 'zod';
import { instantSchema } from './text.ts';

/** What the person on the phone wanted, in one word. */
export const dispositions = [
  'INTERESTED',
  'NOT_INTERESTED',
  'CALL_BACK',
  'DO_NOT_CALL',
  'WRONG_NUMBER',
  'VOICEMAIL',
  'HUNG_UP',
  'UNKNOWN',
] as const;
export const dispositionSchema = z.enum(dispositions);
export type Disposition = z.infer<typeof dispositionSchema>;

export const sentiments = ['POSITIVE', 'NEUTRAL', 'NEGATIVE', 'MIXED'] as const;

/** What a language model is asked to say of a transcript. */
export const summaryDraftSchema = z.strictObject({
  disposition: dispositionSchema,
  sentiment: z.enum(sentiments),
  interestLevel: z.enum(['HIGH', 'MEDIUM', 'LOW', 'NONE']),
  summary: z.string().trim().min(1).max(1200),
  objections: z.array(z.string().trim().min(1).max(300)).max(8),
  nextStep: z.string().trim().max(400),
  /** Only when the person named a time. */
  followUpAt: instantSchema.nullable(),
  doNotCallRequested: z.boolean(),
  /** Sentences of the customer, word for word, that carry the disposition. */
  evidence: z.array(z.string().trim().min(1).max(300)).max(6),
});
export type SummaryDraft = z.infer<typeof summaryDraftSchema>;

/** A summary that has been checked against the transcript and is fit to be stored. */
export const callSummarySchema = summaryDraftSchema.extend({
  source: z.enum(['MODEL', 'RULES']),
  promptVersion: z.string(),
  modelId: z.string().optional(),
  /** Names, numbers and quotes in the summary that the transcript does not contain; they were taken out. */
  ungrounded: z.array(z.string()),
});
export type CallSummary = z.infer<typeof callSummarySchema>;

/** One turn of the conversation, redacted. Offsets in seconds from the start of the recording. */
export const turnSchema = z.strictObject({
  speaker: z.enum(['SYSTEM', 'AGENT', 'CUSTOMER']),
  text: z.string(),
  from: z.number().nonnegative(),
  to: z.number().nonnegative(),
});
export type Turn = z.infer<typeof turnSchema>;
