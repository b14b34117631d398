import * as z from 'zod';
import { type BotLocale, botLocales } from '../bot/index.ts';
import { intentSchema } from './intent.ts';
import { lexLimits } from './limits.ts';
import { inputModes, invocationSources } from './vocabulary.ts';

const attributes = z
  .record(z.string(), z.string())
  .nullish()
  .transform((value) => value ?? {});

/** A number today, `{ score }` in older documentation. */
const confidence = z.union([z.number(), z.object({ score: z.number() }).transform(({ score }) => score)]);

const interpretationSchema = z.object({
  intent: z.object({ name: z.string() }),
  nluConfidence: confidence.nullish(),
});

/**
 * The event of a Lex V2 code hook, as far as it is used. What AWS adds is left out; what it may leave out is optional.
 * Session and request attributes come from the client: they are data that anyone may have written.
 *
 * Source: Lex V2 developer guide, "Lambda input event format".
 */
export const codeHookEventSchema = z.object({
  messageVersion: z.string().startsWith('1.', 'must be version 1'),
  invocationSource: z.enum(invocationSources),
  inputMode: z.enum(inputModes),
  sessionId: z.string().min(1).max(100),
  inputTranscript: z
    .string()
    .max(lexLimits.utterance)
    .nullish()
    .transform((value) => value ?? ''),
  bot: z.object({
    id: z.string(),
    name: z.string(),
    aliasId: z.string(),
    localeId: z.enum(botLocales as readonly [BotLocale, ...BotLocale[]]),
    version: z.string(),
  }),
  interpretations: z.array(interpretationSchema).nullish(),
  requestAttributes: attributes,
  sessionState: z.object({ sessionAttributes: attributes, intent: intentSchema }),
});
export type CodeHookEvent = z.output<typeof codeHookEventSchema>;
