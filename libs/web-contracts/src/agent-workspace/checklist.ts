import * as z from 'zod/mini';

/** What the customer has said already, in the bot's conversation or an earlier call; redacted. */
const knownAnswer = () =>
  z.object({
    text: z.string(),
    /** Which call of the request it was said in, from 1. */
    sequence: z.int(),
  });

/** One line that the agent says and ticks off. Ids stay the same for a contact, so that ticks can be kept by them. */
export const checklistItemSchema = z.object({
  /** E.g. `greeting`, `talking-point-1`, `question-2`, `closing`. */
  id: z.string(),
  kind: z.enum(['GREETING', 'TALKING_POINT', 'QUESTION', 'CLOSING']),
  text: z.string(),
  /** Only for a question. */
  answer: z.optional(knownAnswer()),
});
export type ChecklistItem = z.infer<typeof checklistItemSchema>;

/** The scenario of a call in the order in which it is said. All of it is plain text. */
export const checklistSchema = z.object({
  locale: z.string(),
  /** `TEMPLATE`: no model wrote it for this lead. */
  source: z.enum(['MODEL', 'TEMPLATE']),
  items: z.array(checklistItemSchema),
  /** What the customer may say against it, with what answers it: at hand, in no order. */
  objections: z.array(z.object({ id: z.string(), objection: z.string(), answer: z.string() })),
});
export type Checklist = z.infer<typeof checklistSchema>;
