import * as z from 'zod';
import { dispositionSchema, sentiments } from './call-summary.ts';
import { callIdSchema, contactIdSchema, requestIdSchema, transcriptionAttempts } from './identifiers.ts';
import { localeSchema } from './outreach-request.ts';
import { reasonSchema } from './reasons.ts';
import { instantSchema } from './text.ts';

/**
 * The life of one placement. It only goes forward.
 *
 * `REQUESTED` waits in the dial queue · `DIALLING` the attempt is recorded, Connect's answer is not ·
 * `PLACED` Connect gave a contact · `ENDED` the contact is over, its recording is awaited ·
 * `TRANSCRIBING` · `FINISHED` the outcome is stored.
 */
export const callStatuses = ['REQUESTED', 'DIALLING', 'PLACED', 'ENDED', 'TRANSCRIBING', 'FINISHED'] as const;
export const callStatusSchema = z.enum(callStatuses);
export type CallStatus = z.infer<typeof callStatusSchema>;

/**
 * How a placement ended. `POSTPONED` and `REFUSED` never reached the network; `UNCONFIRMED` may have: it counts
 * as an attempt and is never dialled again.
 */
export const outcomeKinds = [
  'ANSWERED',
  'VOICEMAIL',
  'NO_ANSWER',
  'BUSY',
  'INVALID_NUMBER',
  'FAILED',
  'UNCONFIRMED',
  'REFUSED',
  'POSTPONED',
] as const;
export const outcomeKindSchema = z.enum(outcomeKinds);
export type OutcomeKind = z.infer<typeof outcomeKindSchema>;

const possibleReason = reasonSchema.optional();
const possibleInstant = instantSchema.optional();
const sequenceSchema = z.int().min(1);

/** What the workflow does next. */
export const nextStepSchema = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('RETRY'), at: instantSchema, reason: possibleReason }),
  z.strictObject({ action: z.literal('FINISH'), reason: possibleReason }),
]);
export type NextStep = z.infer<typeof nextStepSchema>;

/** The result of one placement: what `SendTaskSuccess` carries and the workflow decides on. */
export const callResultSchema = z.strictObject({
  callId: callIdSchema,
  requestId: requestIdSchema,
  sequence: sequenceSchema,
  outcome: outcomeKindSchema,
  reason: possibleReason,
  disposition: dispositionSchema.optional(),
  sentiment: z.enum(sentiments).optional(),
  /** Calls that reached the network for this request so far, this one included. */
  attempts: z.int().min(0),
  next: nextStepSchema,
});
export type CallResult = z.infer<typeof callResultSchema>;

/** Where an object lies in S3. */
export const objectLocationSchema = z.strictObject({ bucket: z.string(), key: z.string() });

/** One placement of a call, as the interaction table keeps it. */
export const callRecordSchema = z.strictObject({
  callId: callIdSchema,
  requestId: requestIdSchema,
  sequence: sequenceSchema,
  status: callStatusSchema,
  locale: localeSchema,
  createdAt: instantSchema,
  /** When the attempt was recorded, just before the call to Connect. */
  dialledAt: possibleInstant,
  contactId: contactIdSchema.optional(),
  answeredAt: possibleInstant,
  endedAt: possibleInstant,
  finishedAt: possibleInstant,
  disconnectReason: z.string().optional(),
  recording: objectLocationSchema.optional(),
  transcript: objectLocationSchema.optional(),
  transcriptionAttempt: z.literal(transcriptionAttempts).optional(),
  result: callResultSchema.optional(),
});
export type CallRecord = z.infer<typeof callRecordSchema>;

/** The message on the dial queue: ids only, so that the queue holds nothing personal. */
export const dialRequestSchema = z.strictObject({
  callId: callIdSchema,
  requestId: requestIdSchema,
  sequence: sequenceSchema,
});
export type DialRequest = z.infer<typeof dialRequestSchema>;
