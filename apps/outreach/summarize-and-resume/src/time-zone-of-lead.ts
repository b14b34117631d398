import { offsetOf, timeZonesOf, type Instant, type Lead } from '@atlas-engine/domain';

/**
 * The zone in which a lead means the times that they name: the one that is given, else that of the number. Undefined
 * when the number has none, or several whose clocks differ at that moment.
 */
export function timeZoneOfLead({ timeZone, phone }: Lead, at: Instant): string | undefined {
  if (timeZone !== undefined) return timeZone;
  const zones = timeZonesOf(phone);
  const offsets = new Set(zones.map((zone) => offsetOf(zone, at)));
  return offsets.size === 1 ? zones[0] : undefined;
}
