import * as z from 'zod/mini';

const optional = z.optional(z.nullish(z.string()));

/** A message of Lex V2, as far as the chat shows it. */
export const lexMessageSchema = z.object({
  contentType: z.string(),
  content: optional,
  imageResponseCard: z.optional(
    z.nullish(
      z.object({
        title: optional,
        subtitle: optional,
        imageUrl: optional,
        buttons: z.optional(z.nullish(z.array(z.object({ text: z.string(), value: z.string() })))),
      }),
    ),
  ),
});
export type LexMessage = z.infer<typeof lexMessageSchema>;

/** What the conversation is about now. */
export const lexSessionStateSchema = z.object({
  sessionAttributes: z.optional(z.nullish(z.record(z.string(), z.string()))),
  dialogAction: z.optional(z.nullish(z.object({ type: z.string(), slotToElicit: optional }))),
  intent: z.optional(z.nullish(z.object({ name: z.string(), state: optional }))),
});
export type LexSessionState = z.infer<typeof lexSessionStateSchema>;

/** The answer of RecognizeText. */
export const lexAnswerSchema = z.object({
  messages: z.optional(z.nullish(z.array(lexMessageSchema))),
  sessionState: z.optional(z.nullish(lexSessionStateSchema)),
});
export type LexAnswer = z.infer<typeof lexAnswerSchema>;
