import type { BotLocale } from '@atlas-engine/lex-contracts';
import { britishTexts } from './british-texts.ts';
import { americanTexts } from './american-texts.ts';
import type { Texts } from './texts.ts';

export type { Texts } from './texts.ts';

const texts: Readonly<Record<BotLocale, Texts>> = { en_US: americanTexts, en_GB: britishTexts };

/** What the bot says in a locale. */
export const textsOf = (locale: BotLocale): Texts => texts[locale];
