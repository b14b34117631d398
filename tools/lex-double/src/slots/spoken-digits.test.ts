import { builtInSlotTypesOf } from './built-in-slot-types.ts';

const type = builtInSlotTypesOf('en_US').get('AMAZON.PhoneNumber')!;
const circumstances = { now: 0, timeZone: 'UTC', localeId: 'en_US' };
const heard = (text: string) => type.read(text, circumstances)?.interpretedValue;

describe('a phone number that is said', () => {
  it.each([
    ['two one two five five five zero one zero zero', '2125550100'],
    ['two one two, triple five, oh one double oh', '2125550100'],
    ['my number is 2 1 2 5 5 5 0 1 0 0 thanks', '2125550100'],
    ['plus four four seven seven double oh nine oh oh one two three', '+447700900123'],
  ])('is read from %j', (text, number) => {
    expect(heard(text)).toBe(number);
  });

  it.each(['one two three', 'no one to call', 'I have two cats and one dog'])(
    'is not read from %j',
    (text) => {
      expect(heard(text)).toBeUndefined();
    },
  );
});
