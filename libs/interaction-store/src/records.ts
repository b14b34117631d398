import {
  contactIdSchema,
  dispositionSchema,
  instantSchema,
  leadIdSchema,
  outreachRequestSchema,
  reasonSchema,
  requestIdSchema,
} from '@atlas-engine/domain';
import * as z from 'zod';

/** `PARKED` waits for a person; a workflow that is started again moves on from it. */
export const requestStatuses = ['RECEIVED', 'CALLING', 'PARKED', 'COMPLETED'] as const;
export type RequestStatus = (typeof requestStatuses)[number];

const possibleInstant = instantSchema.optional();
const possibleFlag = z.boolean().optional();

/** A request with what became of it. */
export const requestRecordSchema = z.object({
  request: outreachRequestSchema,
  status: z.enum(requestStatuses),
  receivedAt: instantSchema,
  updatedAt: possibleInstant,
  leadId: leadIdSchema.optional(),
  leadCreated: possibleFlag,
  leadDuplicate: possibleFlag,
  leadRecordedAt: possibleInstant,
  completedAt: possibleInstant,
  /** Written by the workflow when it parks a request. */
  parkedReason: reasonSchema.optional(),
  parkedStep: z.string().optional(),
  parkedAt: possibleInstant,
  /** One more with each wrap-up that agents save: what the CRM was told holds only while this is unchanged. */
  wrapUpVersion: z.int().min(0).optional(),
  /** Contacts of the request of which there is a wrap-up. */
  wrapUpContacts: z.array(contactIdSchema).optional(),
  /** How the workflow ended: which placement it reported to the CRM, or why there was none. */
  closing: z.object({ sequence: z.int().min(1).optional(), failure: reasonSchema.optional() }).optional(),
});
export type RequestRecord = z.infer<typeof requestRecordSchema>;

/** What an agent said of a contact. */
export const wrapUpRecordSchema = z.lazy(() =>
  z.object({
    contactId: contactIdSchema,
    requestId: requestIdSchema.optional(),
    sequence: z.int().min(1).optional(),
    disposition: dispositionSchema,
    notes: z.string(),
    followUpAt: possibleInstant,
    doNotCall: z.boolean(),
    agent: z.object({ id: z.string(), userName: z.string(), name: z.string() }),
    revision: z.int().min(1),
    savedAt: instantSchema,
    /** The newest revision that the CRM has. */
    crmRevision: z.int().min(1).optional(),
    crmAt: possibleInstant,
  }),
);
export type WrapUpRecord = z.infer<typeof wrapUpRecordSchema>;

/** `OPEN` until the workflow has taken a result by it (`CONSUMED`) or does not know it any more (`EXPIRED`). */
export const taskTokenRecordSchema = z.lazy(() =>
  z.object({
    taskToken: z.string().min(1),
    executionArn: z.string(),
    status: z.enum(['OPEN', 'CONSUMED', 'EXPIRED']),
    openedAt: instantSchema,
    closedAt: possibleInstant,
    /** Epoch seconds, as DynamoDB's time to live wants it. */
    expiresAt: z.int(),
  }),
);
export type TaskTokenRecord = z.infer<typeof taskTokenRecordSchema>;

/** Codes, ids, counts and times. */
export type EventDetails = Readonly<
  Record<string, string | number | boolean | readonly string[] | undefined>
>;

export const timelineEntrySchema = z.lazy(() =>
  z.object({
    at: instantSchema,
    kind: z.string().min(1),
    sequence: z.int().min(1).optional(),
    details: z
      .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]))
      .optional(),
  }),
);
export type TimelineEntry = z.infer<typeof timelineEntrySchema>;
