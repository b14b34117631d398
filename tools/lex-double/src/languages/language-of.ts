import { english } from './english.ts';
import type { Language } from './language.ts';
import { spanish } from './spanish.ts';

/** The language of a locale, e.g. `es_US`. */
export const languageOf = (localeId: string): Language => (localeId.startsWith('es') ? spanish : english);
