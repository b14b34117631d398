import type { BotDefinition } from '../../bot/bot-definition.ts';
import {
  intentNamesOf,
  type IntentNameOf,
  type LocaleOf,
  localesOf,
  type SlotNameOf,
} from '../../bot/bot-types.ts';
import { callIntents } from './call-intents.ts';
import { guidanceIntents } from './guidance-intents.ts';
import { spanish } from './spanish.ts';

/** AtlasEngineBot: takes requests for calls, by chat, SMS and voice, and leads outbound calls. */
export const atlasEngineBot = {
  description: 'Takes requests for calls and answers questions about them',
  idleSessionSeconds: 600,
  confidenceThreshold: 0.4,
  locales: {
    en_US: { voice: 'Joanna', engine: 'neural' },
    en_GB: { voice: 'Amy', engine: 'neural' },
    // Texts come in English only: with Spanish accents a text holds 70 characters.
    es_US: { voice: 'Lupe', engine: 'neural', texted: false, translation: spanish },
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

export type AtlasEngineBot = typeof atlasEngineBot;

/** A locale of AtlasEngineBot. */
export type BotLocale = LocaleOf<AtlasEngineBot>;
/** An intent of AtlasEngineBot. */
export type IntentName = IntentNameOf<AtlasEngineBot>;
/** The slots of one intent of AtlasEngineBot; of any, without a type argument. */
export type SlotName<Intent extends IntentName = IntentName> = SlotNameOf<AtlasEngineBot, Intent>;

/** Every locale of AtlasEngineBot. */
export const botLocales = localesOf(atlasEngineBot);
/** Every intent of AtlasEngineBot. */
export const intentNames = intentNamesOf(atlasEngineBot);
/** The slots of an intent, in the order in which they are asked for. */
export const slotNamesOf = <Intent extends IntentName>(intent: Intent): readonly SlotName<Intent>[] =>
  Object.keys(atlasEngineBot.intents[intent].slots) as unknown as readonly SlotName<Intent>[];
