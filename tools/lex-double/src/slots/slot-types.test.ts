import { builtInSlotTypesOf } from './built-in-slot-types.ts';
import { customSlotType } from './custom-slot-type.ts';

/** A Saturday. */
const now = Date.parse('2026-11-21T15:00:00Z');
const at = (localeId = 'en_US') => ({ now, timeZone: 'UTC', localeId });
const read = (type: string, text: string, localeId = 'en_US') =>
  builtInSlotTypesOf(localeId).get(`AMAZON.${type}`)!.read(text, at(localeId));
const meaning = (type: string, text: string, localeId?: string) =>
  read(type, text, localeId)?.interpretedValue;

describe('AMAZON.Date', () => {
  it.each([
    ['today', '2026-11-21'],
    ['tomorrow would be fine', '2026-11-22'],
    ['the day after tomorrow', '2026-11-23'],
    ['in three days', '2026-11-24'],
    ['on Monday', '2026-11-23'],
    ['saturday', '2026-11-21'],
    ['next Saturday', '2026-11-28'],
    ['next week', '2026-11-23'],
    ['November 23rd', '2026-11-23'],
    ['the 3rd of January', '2027-01-03'],
    ['Nov 3, 2027', '2027-11-03'],
    ['29 February', '2028-02-29'],
    ['2026-12-24', '2026-12-24'],
    ['12/3', '2026-12-03'],
  ])('takes %j as %s', (text, day) => {
    expect(meaning('Date', text)).toBe(day);
  });

  it('reads 3/12 by the locale', () => {
    expect(meaning('Date', '3/12', 'en_GB')).toBe('2026-12-03');
  });

  it.each(['soon', '31 November', '2026-02-30', '212-555-0100'])('takes %j for no day', (text) => {
    expect(read('Date', text)).toBeUndefined();
  });
});

describe('AMAZON.Time', () => {
  it.each([
    ['2 pm', '14:00'],
    ['at 12 a.m.', '00:00'],
    ['9:30 AM please', '09:30'],
    ['14:30', '14:30'],
    ['09:15', '09:15'],
    ['five pm', '17:00'],
    ['noon', '12:00'],
    ['in the afternoon', 'AF'],
  ])('takes %j as %s', (text, time) => {
    expect(meaning('Time', text)).toBe(time);
  });

  it.each([
    ["10 o'clock", ['10:00', '22:00']],
    ['at 5', ['05:00', '17:00']],
    ['half past three', ['03:30', '15:30']],
    ['12:15', ['00:15', '12:15']],
  ])('leaves open which half of the day %j is', (text, resolvedValues) => {
    expect(read('Time', text)).toMatchObject({ interpretedValue: null, resolvedValues });
  });

  it.each(['25:00', '13 pm', 'later', '+1 212 555 0100'])('takes %j for no time', (text) => {
    expect(read('Time', text)).toBeUndefined();
  });
});

describe('other built-in types', () => {
  it.each([
    ['PhoneNumber', 'it is (212) 555-0100', '2125550100'],
    ['PhoneNumber', '+44 7700 900123', '+447700900123'],
    ['PhoneNumber', '2026-11-24', undefined],
    ['Number', 'about twelve', '12'],
    ['Number', '-3', '-3'],
    ['EmailAddress', 'write to Robin@Example.com please', 'robin@example.com'],
    ['FirstName', 'my name is Robin', 'Robin'],
    ['LastName', "O'Hara", "O'Hara"],
    ['FirstName', '12', undefined],
    ['FreeFormInput', 'whatever I say', 'whatever I say'],
    ['Confirmation', 'Yes, please!', 'Yes'],
    ['Confirmation', 'no thanks', 'No'],
    ['Confirmation', 'perhaps', 'Maybe'],
    ['Confirmation', 'not sure', "Don't know"],
    ['Confirmation', 'yes but only on Monday', undefined],
  ])('AMAZON.%s takes %j as %s', (type, text, value) => {
    expect(meaning(type, text)).toBe(value);
  });
});

describe('a slot type of the bot', () => {
  const SlotTypeValues = [{ SampleValue: { Value: 'solar panels' }, Synonyms: [{ Value: 'solar' }] }];
  const type = (ResolutionStrategy: 'ORIGINAL_VALUE' | 'TOP_RESOLUTION') =>
    customSlotType({
      Name: 'Interest',
      Description: '',
      SlotTypeValues,
      ValueSelectionSetting: { ResolutionStrategy },
    });

  it('keeps what was said, and knows what is meant', () => {
    const open = type('ORIGINAL_VALUE');
    expect(open.read('Solar', at())).toEqual({
      originalValue: 'Solar',
      interpretedValue: 'Solar',
      resolvedValues: ['solar panels'],
    });
    expect(open.read('a heat pump', at())?.interpretedValue).toBe('a heat pump');
  });

  it('takes only its values where it has to', () => {
    const closed = type('TOP_RESOLUTION');
    expect(closed.read('something with solar', at())?.interpretedValue).toBe('solar panels');
    expect(closed.read('a heat pump', at())).toBeUndefined();
  });
});
