import type { BotDefinition } from './bot-definition.ts';
import { callIntents } from './call-intents.ts';
import { guidanceIntents } from './guidance-intents.ts';

/** AtlasEngineBot: takes requests for calls, by chat, SMS and voice, and leads outbound calls. */
export const atlasEngineBot = {
  description: 'Takes requests for calls and answers questions about them',
  idleSessionSeconds: 600,
  confidenceThreshold: 0.4,
  locales: {
    en_US: { voice: 'Joanna', engine: 'neural' },
    en_GB: { voice: 'Amy', engine: 'neural' },
  },
  slotTypes: {
    AtlasInterest: {
      description: 'Subjects of a call; what is said otherwise is kept as it is',
      values: [
        { value: 'solar panels', synonyms: ['solar', 'solar power', 'photovoltaics'] },
        { value: 'home insurance', synonyms: ['house insurance', 'property insurance'] },
        { value: 'car insurance', synonyms: ['auto insurance', 'vehicle insurance'] },
        { value: 'pricing', synonyms: ['prices', 'a quote', 'costs'] },
        { value: 'a demo', synonyms: ['a demonstration', 'a product tour'] },
        { value: 'my account', synonyms: ['my contract', 'my subscription'] },
      ],
    },
  },
  intents: { ...callIntents, ...guidanceIntents },
} as const satisfies BotDefinition;

type Bot = typeof atlasEngineBot;

/** A locale of the bot, as Lex writes it. */
export type BotLocale = keyof Bot['locales'];
/** An intent of the bot. */
export type IntentName = keyof Bot['intents'];
/** The slots of one intent; of any, without a type argument. */
export type SlotName<Intent extends IntentName = IntentName> = Intent extends IntentName
  ? Extract<keyof Bot['intents'][Intent]['slots'], string>
  : never;

/** Every locale of the bot. */
export const botLocales = Object.keys(atlasEngineBot.locales) as readonly BotLocale[];
/** Every intent of the bot. */
export const intentNames = Object.keys(atlasEngineBot.intents) as readonly IntentName[];
/** The slots of an intent, in the order in which they are asked for. */
export const slotNamesOf = <Intent extends IntentName>(intent: Intent): readonly SlotName<Intent>[] =>
  Object.keys(atlasEngineBot.intents[intent].slots) as unknown as readonly SlotName<Intent>[];
