import { locales } from '@atlas-engine/domain';
import * as z from 'zod/mini';
import { matching, oneOf } from '../fields.ts';
import { sharedFields } from './shared-fields.ts';

const locale = () => oneOf(locales);
const origin = () =>
  matching(/^https?:\/\/[a-z0-9*.-]+(:\d{1,5})?$/, 'an origin, e.g. https://www.example.com');

/** `/config.json` of the chat. Nothing in it is secret; whoever embeds the chat may override look and texts only. */
export const chatConfigurationSchema = z.strictObject({
  ...sharedFields(),
  /** Where guests get the credentials that the bot is asked with. */
  identityPoolId: matching(
    /^[\w-]+:[0-9a-f-]{36}$/,
    "an identity pool's id, e.g. us-east-1:8c4d2f1e-0000-4000-8000-000000000000",
  ),
  bot: z.strictObject({
    id: matching(/^[0-9a-zA-Z]{10}$/, "a Lex bot's id"),
    aliasId: matching(/^[0-9a-zA-Z]{10}$/, "a Lex bot alias's id"),
  }),
  /** Languages that are offered, BCP 47; the first is the default. Lex writes them with an underscore: `lexLocaleOf`. */
  locales: z.array(locale()).check(z.minLength(1, 'must have at least one locale')),
  /** Origins of pages that may embed the chat; `*` stands for any. */
  allowedParents: z.array(z.union([z.literal('*'), origin()])),
  voice: z.boolean(),
  /** Whether a person can take over. */
  handOff: z.boolean(),
  look: z.optional(
    z.strictObject({
      theme: z.optional(oneOf(['light', 'dark', 'auto'])),
      position: z.optional(oneOf(['start', 'end'])),
      /** Values of the custom properties that the chat's theme documents, by name without `--`. */
      properties: z.optional(z.record(z.string(), z.string())),
    }),
  ),
  /** Texts that replace the chat's own, by locale and by key of its catalogue. */
  texts: z.optional(z.partialRecord(locale(), z.record(z.string(), z.string()))),
});
export type ChatConfiguration = z.infer<typeof chatConfigurationSchema>;

/** How Lex writes a locale: `en-US` is `en_US`. */
export const lexLocaleOf = (locale: ChatConfiguration['locales'][number]): string => locale.replace('-', '_');
