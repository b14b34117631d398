import fc from 'fast-check';
import { parsePhone } from './phone.ts';

const accepted = (text: string, defaultCountry?: string) => {
  const parsed = parsePhone(text, { defaultCountry });
  return parsed.ok ? `${parsed.phone} ${parsed.country}` : parsed.problem;
};

describe('parsePhone', () => {
  it.each([
    ['+12125550100', undefined, '+12125550100 US'],
    ['(212) 555-0100', 'US', '+12125550100 US'],
    ['212.555.0199', 'us', '+12125550199 US'],
    ['1 212 555 0100', 'US', '+12125550100 US'],
    ['+1 (212) 555\u20110100', undefined, '+12125550100 US'],
    [' +1\u00a0212\u00a0555\u00a00100 ', 'GB', '+12125550100 US'],
    ['+44 7700 900123', undefined, '+447700900123 GB'],
    ['07700 900999', 'GB', '+447700900999 GB'],
    ['0044 20 7946 0000', 'GB', '+442079460000 GB'],
    ['+44 (0)20 7946 0999', undefined, '+442079460999 GB'],
    ['+1 416 555 0100', 'US', '+14165550100 CA'],
    ['+18005550100', undefined, '+18005550100 US'],
  ])('reads %p of %p', (text, country, expected) => {
    expect(accepted(text, country)).toBe(expected);
  });

  it.each([
    ['', 'US', 'is empty'],
    ['   ', 'US', 'is empty'],
    ['(212) 555-0100', undefined, 'has no country code that is in use'],
    ['(212) 555-0100', 'XX', 'is not a phone number'],
    ['+1 212 555 0100 ext. 5', undefined, 'extension'],
    ['+1 212 555 0100 x5', undefined, 'extension'],
    ['+1 212 555 0100;ext=5', undefined, 'extension'],
    ['+1 212 555 0100, 5', undefined, 'extension'],
    ['1-800-FLOWERS', 'US', 'letters'],
    ['tel:+12125550100', undefined, 'letters'],
    ['1.2125550100E10', 'US', 'letters'],
    ['=+12125550100', undefined, 'no part of a phone number'],
    ['+1212555 0100+', undefined, 'no part of a phone number'],
    ['<b>+12125550100', undefined, 'letters'],
    ['+1212555010', undefined, 'too short or too long'],
    ['+121255501000', undefined, 'too short or too long'],
    ['911', 'US', 'too short or too long'],
    ['112', 'GB', 'too short or too long'],
    ['+11235550100', undefined, 'not in the numbering plan'],
    ['+12005550100', undefined, 'not in the numbering plan'],
    ['+33012345678', undefined, 'not in the numbering plan'],
    ['+9991234567', 'US', 'has no country code that is in use'],
    ['+19005550100', undefined, 'premium'],
    ['+449061234567', undefined, 'premium'],
    ['+800 1234 5678', undefined, 'belongs to no country'],
    ['+870 773 111 632', undefined, 'belongs to no country'],
    ['1'.repeat(41), 'US', 'longer than 40'],
  ])('refuses %p of %p: %s', (text, country, problem) => {
    expect(accepted(text, country)).toContain(problem);
  });

  it('accepts every number that is reserved for fiction', () => {
    const american = fc
      .tuple(fc.constantFrom('212', '305', '415', '808', '907'), fc.nat(99))
      .map(([area, index]) => `+1${area}55501${String(index).padStart(2, '0')}`);
    const british = fc
      .tuple(fc.constantFrom('+447700900', '+442079460'), fc.nat(999))
      .map(([prefix, index]) => `${prefix}${String(index).padStart(3, '0')}`);
    fc.assert(
      fc.property(fc.oneof(american, british), (text) => {
        expect(parsePhone(text)).toMatchObject({ ok: true, phone: text });
      }),
    );
  });

  it('never repeats digits of the text in a problem', () => {
    const texts = fc.stringMatching(/^[+\d ()x.-]{5,30}$/);
    fc.assert(
      fc.property(texts, fc.constantFrom(undefined, 'US', 'GB', 'DE'), (text, defaultCountry) => {
        const parsed = parsePhone(text, { defaultCountry });
        if (parsed.ok) return;
        const digits = text.replace(/\D/g, '');
        const told = parsed.problem.replace('+12125550100', '').replace('40', '').match(/\d+/g);
        expect(told === null || digits === '').toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
