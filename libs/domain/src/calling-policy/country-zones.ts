import { canonicalTimeZone } from '../zone-clock.ts';

/** ECMA-402 "Intl Locale Info"; the language's library for ES2024 does not list it yet. */
type LocaleWithZones = Intl.Locale & { getTimeZones?: () => readonly string[] | undefined };

const known = new Map<string, ReadonlySet<string>>();

/** The canonical IANA zones of a country (ISO 3166 alpha-2); empty when the runtime knows none. */
export function zonesOfCountry(country: string): ReadonlySet<string> {
  const remembered = known.get(country);
  if (remembered !== undefined) return remembered;
  const locale = new Intl.Locale(`und-${country}`) as LocaleWithZones;
  const zones = new Set((locale.getTimeZones?.() ?? []).map((zone) => canonicalTimeZone(zone) ?? zone));
  known.set(country, zones);
  return zones;
}
