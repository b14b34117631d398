import * as z from 'zod';
import { type BotDefinition, type LocaleOf, localesOf } from '../bot/index.ts';
import { atlasEngineBot } from '../bots/index.ts';
import { type AnyIntentOf, intentSchemaOf } from './intent.ts';
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

/** What an event has whatever the bot. */
const commonShape = {
  messageVersion: z.string().startsWith('1.', 'must be version 1'),
  invocationSource: z.enum(invocationSources),
  inputMode: z.enum(inputModes),
  sessionId: z.string().min(1).max(100),
  inputTranscript: z
    .string()
    .max(lexLimits.utterance)
    .nullish()
    .transform((value) => value ?? ''),
  interpretations: z.array(interpretationSchema).nullish(),
  requestAttributes: attributes,
};
const botShape = {
  id: z.string(),
  name: z.string(),
  aliasId: z.string(),
  /** Which alias the client spoke to: told by Lex, so that no client can pretend another. */
  aliasName: z.string().optional(),
  version: z.string(),
};

/** A code hook's event, typed by its bot: the locales and intents that the bot has, and the slots of each intent. */
export type CodeHookEventOf<Bot extends BotDefinition> = z.output<z.ZodObject<typeof commonShape>> & {
  readonly bot: z.output<z.ZodObject<typeof botShape>> & { readonly localeId: LocaleOf<Bot> };
  readonly sessionState: {
    readonly sessionAttributes: Record<string, string>;
    readonly intent: AnyIntentOf<Bot>;
  };
};

/**
 * The event of a Lex V2 code hook, as far as it is used. What AWS adds is left out; what it may leave out is optional.
 * Session and request attributes come from the client: they are data that anyone may have written.
 *
 * Source: Lex V2 developer guide, "Lambda input event format".
 */
export const codeHookEventSchemaOf = <Bot extends BotDefinition>(bot: Bot): z.ZodType<CodeHookEventOf<Bot>> =>
  z.object({
    ...commonShape,
    bot: z.object({
      ...botShape,
      localeId: z.enum(localesOf(bot)),
    }),
    sessionState: z.object({ sessionAttributes: attributes, intent: intentSchemaOf(bot) }),
  });

/** The event of AtlasEngineBot's code hook. */
export const codeHookEventSchema = codeHookEventSchemaOf(atlasEngineBot);
export type CodeHookEvent = z.output<typeof codeHookEventSchema>;
