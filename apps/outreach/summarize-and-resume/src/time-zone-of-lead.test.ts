import type { PhoneNumber } from '@atlas-engine/domain';
import { aLead, americanPhone } from '@atlas-engine/domain/testing';
import { timeZoneOfLead } from './time-zone-of-lead.ts';

const at = Date.UTC(2026, 10, 20, 15);
const zoneOf = (phone: PhoneNumber): string | undefined =>
  timeZoneOfLead({ lastName: 'Sample', locale: 'en-US', phone }, at);

describe('the time zone of a lead', () => {
  it('is the one that is given', () => {
    expect(timeZoneOfLead(aLead({ timeZone: 'Europe/Madrid' }), at)).toBe('Europe/Madrid');
  });

  it.each<[string, PhoneNumber, string | undefined]>([
    ['one region', americanPhone(0, '212'), 'America/New_York'],
    ['several zones whose clocks agree', '+447700900000' as PhoneNumber, expect.stringContaining('Europe/')],
    ['no place', americanPhone(0, '800'), undefined],
  ])('is that of a number of %s', (_, phone, zone) => {
    expect(zoneOf(phone)).toEqual(zone);
  });

  it('is not known when the clocks of a number differ', () => {
    expect(zoneOf(americanPhone(0, '208'))).toBeUndefined();
  });
});
