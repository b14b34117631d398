import type { Language } from './language.ts';

/** Accents are left out in a hurry, and by keyboards. */
const withoutAccents = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/[\u0300\u0301\u0308]/g, '')
    .normalize('NFC');

const accented: Readonly<Record<string, string>> = {
  a: '[aá]',
  e: '[eé]',
  i: '[ií]',
  o: '[oó]',
  u: '[uúü]',
};

export const spanish: Language = {
  writtenOut: (text) => text.replaceAll(/[¿¡]/g, ''),
  literal: (escaped) =>
    withoutAccents(escaped).replaceAll(/[aeiou]/gi, (vowel) => accented[vowel.toLowerCase()] ?? vowel),
  // Pronouns that hang on a verb, then endings of verbs and of nouns.
  stem: (word) =>
    withoutAccents(word)
      .replace(/^(.{3,}?)(?:me|nos|les|le|los|las|se)$/, '$1')
      .replace(
        /^(.{3,}?)(?:aron|ando|iendo|aran|amos|emos|ada|ado|ido|ar|er|ir|an|en|as|es|os|a|e|o|s|n)$/,
        '$1',
      ),
  weak: new Set(
    `el la los las un una de del a al y o en con por para que me mi mis su sus se le les lo yo usted ustedes es esta estoy ser
    ha han he quiero quisiera puede pueden favor hola esto eso`.split(/\s+/),
  ),
  strong: new Set(['no', 'nunca', 'alto', 'dejen', 'deje', 'jamas']),
  opening: '(?:(?:hola|buenos d[ií]as|buenas tardes|buenas|por favor|bueno|pues|s[ií]|ok|oiga)[,!.]*\\s+)*',
  ending: '(?:[\\s,]+(?:por favor|gracias|muchas gracias))?[\\s.!?]*',
};
