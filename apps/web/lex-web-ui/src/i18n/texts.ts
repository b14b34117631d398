import { type Catalogue, en, type TextKey } from './en.ts';
import { es } from './es.ts';

const catalogues: Readonly<Record<string, Catalogue>> = { en, es };

/** Gives a text in the language of the chat, with what is filled in. */
export type Texts = (key: TextKey, values?: Readonly<Record<string, string | number>>) => string;

/** The language of a locale: `es` of `es-US`. */
export const languageOf = (locale: string): string => locale.split('-')[0] ?? locale;

/** Texts of a locale; `own` replaces some of them. A language without texts has those of English. */
export function textsOf(locale: string, own: Readonly<Record<string, string>> = {}): Texts {
  const catalogue = catalogues[languageOf(locale)] ?? en;
  return (key, values = {}) =>
    (own[key] ?? catalogue[key]).replace(/\{(\w+)\}/g, (whole, name: string) =>
      String(values[name] ?? whole),
    );
}

const rightToLeft = new Set([
  'ar',
  'arc',
  'ckb',
  'dv',
  'fa',
  'he',
  'ks',
  'nqo',
  'ps',
  'sd',
  'syr',
  'ug',
  'ur',
  'yi',
]);

/** The direction of a locale's script. */
export const directionOf = (locale: string): 'ltr' | 'rtl' =>
  rightToLeft.has(languageOf(locale)) ? 'rtl' : 'ltr';

/** The locale to speak: the one wished for, else one of its language, else the first. */
export function chooseLocale<Locale extends string>(
  offered: readonly Locale[],
  wishes: readonly string[],
): Locale {
  for (const wish of wishes) {
    const found =
      offered.find((each) => each.toLowerCase() === wish.toLowerCase()) ??
      offered.find((each) => languageOf(each) === languageOf(wish).toLowerCase());
    if (found) return found;
  }
  // The configuration has one or more.
  return offered[0] as Locale;
}
