import { compileDigitPattern, type DigitPattern } from './digit-pattern.ts';
import { smallestTable, type PrefixTable } from './prefix-trie.ts';

/** The part of libphonenumber-js's metadata that is used: each country's patterns by type of number. */
export interface NumberingPlans {
  readonly country_calling_codes: Readonly<Record<string, readonly string[]>>;
  readonly countries: Readonly<Record<string, readonly unknown[]>>;
}

/** What a number's type says of where its owner is. */
type Place =
  /** Where its digits say. */
  | 'DIGITS'
  /** Somewhere in the country: mobile and internet telephony. */
  | 'COUNTRY'
  /** Nowhere: toll-free, premium, shared cost, personal, pagers, voicemail, company-wide numbers. */
  | 'NOWHERE';

const places: readonly Place[] = [
  'DIGITS',
  'COUNTRY',
  'NOWHERE',
  'NOWHERE',
  'NOWHERE',
  'NOWHERE',
  'NOWHERE',
  'NOWHERE',
  'COUNTRY',
  'NOWHERE',
];
const typesAt = 11;
const mobileAt = 1;

const northAmerica = '1';
/** Mobile numbers there carry an area code, as libphonenumber knows: North America, Mexico, Argentina, Brazil, Indonesia. */
const mobileByDigits: readonly string[] = [northAmerica, '52', '54', '55', '62'];

/**
 * Types that so many digits of the national number do not tell apart differ by their length only (Canada's 310-XXXX and
 * Los Angeles), or not at all; the number is then taken as one of a person in the country.
 */
const depthLimit = 5;

/** Time zones, joined by `&`, of E.164 prefixes without `+`; the empty text where no zone is known. */
export function timeZoneTable(zones: PrefixTable, plans: NumberingPlans): PrefixTable {
  const table = new Map<string, string>();
  for (const [code, countries] of Object.entries(plans.country_calling_codes)) {
    new Country(code, zones, table).walk(patternsOf(code, countries, plans));
  }
  return smallestTable(table, '');
}

type Alive = readonly { readonly place: Place; readonly pattern: DigitPattern }[];

function patternsOf(code: string, countries: readonly string[], plans: NumberingPlans): Alive {
  return countries.flatMap((country) => {
    const types = (plans.countries[country]?.[typesAt] ?? []) as readonly (0 | readonly [string])[];
    return types.flatMap((type, index) => {
      const source = type === 0 ? '' : type[0];
      const place = index === mobileAt && mobileByDigits.includes(code) ? 'DIGITS' : places[index];
      // An empty pattern says "as fixed lines".
      return source === '' || place === undefined ? [] : [{ place, pattern: compileDigitPattern(source) }];
    });
  });
}

class Country {
  readonly #code: string;
  readonly #zones: PrefixTable;
  readonly #table: Map<string, string>;
  readonly #wholeCountry: string;
  /** Prefixes of this country with an entry of their own. */
  readonly #entries: readonly string[];

  constructor(code: string, zones: PrefixTable, table: Map<string, string>) {
    this.#code = code;
    this.#zones = zones;
    this.#table = table;
    this.#entries = [...zones.keys()].filter((key) => key.startsWith(code));
    // All of North America is no answer: it spans the globe from Guam to St. John's.
    this.#wholeCountry = code === northAmerica ? '' : (zones.get(code) ?? '');
  }

  walk(alive: Alive, prefix = this.#code): void {
    const found = new Set(alive.map(({ place }) => place));
    if (found.size === 1 && found.has('DIGITS')) {
      this.#followDigits(prefix);
    } else if (found.size <= 1) {
      this.#table.set(prefix, found.has('NOWHERE') ? '' : this.#wholeCountry);
    } else if (prefix.length - this.#code.length < depthLimit) {
      this.#branch(alive, prefix);
    } else {
      this.#table.set(prefix, this.#code === northAmerica ? this.#longestMatch(prefix) : this.#wholeCountry);
    }
  }

  #branch(alive: Alive, prefix: string): void {
    for (let digit = 0; digit <= 9; digit += 1) {
      const next = alive.flatMap(({ place, pattern }) => {
        const after = pattern.after(digit);
        return after === undefined ? [] : [{ place, pattern: after }];
      });
      this.walk(next, `${prefix}${String(digit)}`);
    }
  }

  #followDigits(prefix: string): void {
    this.#table.set(prefix, this.#longestMatch(prefix));
    for (const entry of this.#entries) {
      if (entry.startsWith(prefix)) this.#table.set(entry, this.#zones.get(entry) ?? '');
    }
  }

  #longestMatch(prefix: string): string {
    const shortest = this.#code === northAmerica ? this.#code.length + 1 : this.#code.length;
    for (let length = prefix.length; length >= shortest; length -= 1) {
      const value = this.#zones.get(prefix.slice(0, length));
      if (value !== undefined) return value;
    }
    return '';
  }
}
