import { filledSlot, type Slot } from '@atlas-engine/lex-contracts';
import { readConsent } from './read-consent.ts';
import { readDay, readTimes } from './read-day-and-time.ts';
import { readName } from './read-name.ts';
import { readPhone } from './read-phone.ts';

const slot = (originalValue: string, interpretedValue?: string, resolvedValues: string[] = []): Slot => ({
  value: { originalValue, interpretedValue, resolvedValues },
});
const hour = 3_600_000;

describe('reading slots', () => {
  it.each(['Robin', 'Anne-Marie', "O'Hara", 'Zoë', 'Nguyễn', 'de la Cruz', '李'])(
    'takes the name %s',
    (name) => {
      expect(readName(filledSlot(name), 40, 'no')).toEqual({ ok: true, value: name });
    },
  );

  it.each(['', '123', 'R2D2', '<i>', 'a@example.com', '-'])('takes %j for no name', (name) => {
    expect(readName(filledSlot(name), 40, 'no')).toEqual({ ok: false, problem: 'no' });
  });

  it('reads a number from what was typed, else from what Lex heard', () => {
    expect(readPhone(slot('+44 7700 900123', '447700900123'), 'US', 'no')).toEqual({
      ok: true,
      value: '+447700900123',
    });
    expect(readPhone(slot('two one two …', '2125550100'), 'US', 'no')).toEqual({
      ok: true,
      value: '+12125550100',
    });
    expect(readPhone(slot('call me', undefined), 'US', 'no').ok).toBe(false);
  });

  it.each([
    ['Yes', 'YES'],
    ['yes', 'YES'],
    ['No', 'NO'],
    ['Maybe', 'UNCLEAR'],
    ["Don't know", 'UNCLEAR'],
    ['yes if it is free', 'UNCLEAR'],
  ])('takes %j as %s', (answer, consent) => {
    expect(readConsent(filledSlot(answer))).toBe(consent);
  });

  it('reads days', () => {
    expect(readDay(filledSlot('2026-11-24'))).toBe(Date.UTC(2026, 10, 24));
    for (const text of ['2026-02-30', '2026-W48', '2026-11', 'soon'])
      expect(readDay(filledSlot(text))).toBeUndefined();
  });

  it('reads times and all that they may mean', () => {
    expect(readTimes(filledSlot('14:30'))).toEqual([14.5 * hour]);
    expect(readTimes(filledSlot('9:00'))).toEqual([9 * hour]);
    expect(readTimes(filledSlot('EV'))).toEqual([18 * hour]);
    expect(readTimes(slot("10 o'clock", undefined, ['10:00', '22:00']))).toEqual([10 * hour, 22 * hour]);
    for (const text of ['25:00', 'NI', 'AM', 'soon']) expect(readTimes(filledSlot(text))).toEqual([]);
  });
});
