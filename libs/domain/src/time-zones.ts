import type { PhoneNumber } from './identifiers.ts';
import { timeZonePrefixes } from './time-zone-prefixes.ts';

let zonesByPrefix: ReadonlyMap<string, readonly string[]> | undefined;

function readPrefixes(): ReadonlyMap<string, readonly string[]> {
  return new Map(
    Object.entries(timeZonePrefixes).flatMap(([joined, prefixes]) => {
      const zones = joined === '' ? [] : joined.split('&');
      return prefixes.split(' ').map((prefix) => [prefix, zones] as const);
    }),
  );
}

/**
 * The IANA zones in which the owner of a number may be; none when that is unknown.
 *
 * The digits of a fixed line tell its region; so do those of mobile numbers where they carry an area code (North America,
 * Mexico, Argentina, Brazil, Indonesia), as far as people do not take them along. Other mobile numbers stand for all zones
 * of their country. Toll-free, premium, shared-cost, personal, satellite and other numbers without a place have none.
 */
export function timeZonesOf(phone: PhoneNumber): readonly string[] {
  zonesByPrefix ??= readPrefixes();
  for (let length = phone.length; length > 1; length -= 1) {
    const zones = zonesByPrefix.get(phone.slice(1, length));
    if (zones !== undefined) return zones;
  }
  return [];
}
