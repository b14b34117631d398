import type { BotLocale } from '@atlas-engine/lex-contracts';
import type { Channel } from '../conversation/channel.ts';
import { americanShortTexts, americanTexts } from './american-texts.ts';
import { britishShortTexts, britishTexts } from './british-texts.ts';
import { spanishShortTexts, spanishTexts } from './spanish-texts.ts';
import type { Texts } from './texts.ts';

export type { Texts } from './texts.ts';

const written: Readonly<Record<BotLocale, Texts>> = {
  en_US: americanTexts,
  en_GB: britishTexts,
  es_US: spanishTexts,
};
const short: Readonly<Record<BotLocale, Texts>> = {
  en_US: americanShortTexts,
  en_GB: britishShortTexts,
  es_US: spanishShortTexts,
};

/** What the bot says in a locale; in fewer words where it is heard, or read on a phone. */
export const textsOf = (locale: BotLocale, channel: Channel = 'CHAT'): Texts =>
  (channel === 'CHAT' ? written : short)[locale];
