import { confirmationSlotType } from './confirmation-slot-type.ts';
import { dateSlotType } from './date-slot-type.ts';
import { nameSlotType } from './name-slot-type.ts';
import { numberOf, numberPattern } from './number-words.ts';
import { patternSlotType } from './pattern-slot-type.ts';
import { plainValue, type SlotType } from './slot-type.ts';
import { spokenPhoneNumber } from './spoken-digits.ts';
import { timeSlotType } from './time-slot-type.ts';

const isoDate = /^\d{4}-\d{2}-\d{2}$/;

/** AMAZON.PhoneNumber: the digits, typed or said one by one, with the "+" where one was given. */
const phoneNumberSlotType = patternSlotType([
  {
    pattern: /(?<![\w.])\+?\(?\d[\d\s().-]{4,24}\d(?!\w)/gi,
    value: ([said]) => (isoDate.test(said) ? undefined : plainValue(said, said.replaceAll(/[^\d+]/g, ''))),
  },
  spokenPhoneNumber,
]);

const emailSlotType = patternSlotType([
  {
    pattern: /[^\s@<>]{1,64}@[a-z\d.-]{1,190}\.[a-z]{2,24}/gi,
    value: ([said]) => plainValue(said, said.toLowerCase()),
  },
]);

const numberSlotType = patternSlotType([
  {
    pattern: new RegExp(`(?<![\\w.,-])-?(?:${numberPattern})(?![\\w-])`, 'gi'),
    value: ([said]) => plainValue(said, String(numberOf(said))),
    onlyAsked: true,
  },
]);

/** AMAZON.FreeFormInput takes whatever was said. */
const freeFormSlotType: SlotType = { read: (text) => plainValue(text) };

/** The built-in slot types that the double understands, by their names in AWS::Lex::Bot. */
export const builtInSlotTypes: ReadonlyMap<string, SlotType> = new Map([
  ['AMAZON.FirstName', nameSlotType],
  ['AMAZON.LastName', nameSlotType],
  ['AMAZON.PhoneNumber', phoneNumberSlotType],
  ['AMAZON.Date', dateSlotType],
  ['AMAZON.Time', timeSlotType],
  ['AMAZON.Number', numberSlotType],
  ['AMAZON.Confirmation', confirmationSlotType],
  ['AMAZON.EmailAddress', emailSlotType],
  ['AMAZON.FreeFormInput', freeFormSlotType],
]);
