import * as z from 'zod';
import { dispositions } from './dispositions.ts';
import { instantSchema } from './text.ts';

export const dispositionSchema = z.enum(dispositions);
export type Disposition = z.infer<typeof dispositionSchema>;

export const sentiments = ['POSITIVE', 'NEUTRAL', 'NEGATIVE', 'MIXED'] as const;

const said = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));

const draftShape = () => {
  const sentence = said(300);
  return {
    disposition: dispositionSchema,
    sentiment: z.enum(sentiments),
    interestLevel: z.enum(['HIGH', 'MEDIUM', 'LOW', 'NONE']),
    summary: said(1200),
    objections: z.array(sentence).max(8),
    nextStep: z.string().check(z.trim(), z.maxLength(400)),
    /** Only when the person named a time. */
    followUpAt: instantSchema.nullable(),
    doNotCallRequested: z.boolean(),
    /** Sentences of the customer, word for word, that carry the disposition. */
    evidence: z.array(sentence).max(6),
  };
};

/** What a language model is asked to say of a transcript. */
export const summaryDraftSchema = z.lazy(() => z.strictObject(draftShape()));
export type SummaryDraft = z.infer<typeof summaryDraftSchema>;

/** A summary that has been checked against the transcript and is fit to be stored. */
export const callSummarySchema = z.lazy(() =>
  z.strictObject({
    ...draftShape(),
    source: z.enum(['MODEL', 'RULES']),
    promptVersion: z.string(),
    modelId: z.string().optional(),
    /** Names, numbers and quotes in the summary that the transcript does not contain; they were taken out. */
    ungrounded: z.array(z.string()),
  }),
);
export type CallSummary = z.infer<typeof callSummarySchema>;

/** One turn of the conversation, redacted. Offsets in seconds from the start of the recording. */
export const turnSchema = z.lazy(() =>
  z.strictObject({
    speaker: z.enum(['SYSTEM', 'AGENT', 'CUSTOMER']),
    text: z.string(),
    from: z.number().nonnegative(),
    to: z.number().nonnegative(),
  }),
);
export type Turn = z.infer<typeof turnSchema>;
