import { confirmationSlotType } from './confirmation-slot-type.ts';
import { dateSlotType } from './date-slot-type.ts';
import { nameSlotType, spanishNameSlotType } from './name-slot-type.ts';
import { englishNumbers, type NumberWords, spanishNumbers } from './number-words.ts';
import { type Form, patternSlotType } from './pattern-slot-type.ts';
import { plainValue, type SlotType } from './slot-type.ts';
import { spanishDateSlotType } from './spanish-date-slot-type.ts';
import { spanishTimeSlotType } from './spanish-time-slot-type.ts';
import { englishSpokenNumber, spanishSpokenNumber } from './spoken-digits.ts';
import { timeSlotType } from './time-slot-type.ts';

const isoDate = /^\d{4}-\d{2}-\d{2}$/;

/** AMAZON.PhoneNumber: the digits, typed or said one by one, with the "+" where one was given. */
const phoneNumberSlotType = (spoken: Form): SlotType =>
  patternSlotType([
    {
      pattern: /(?<![\w.])\+?\(?\d[\d\s().-]{4,24}\d(?!\w)/gi,
      value: ([said]) => (isoDate.test(said) ? undefined : plainValue(said, said.replaceAll(/[^\d+]/g, ''))),
    },
    spoken,
  ]);

const emailSlotType = patternSlotType([
  {
    pattern: /[^\s@<>]{1,64}@[a-z\d.-]{1,190}\.[a-z]{2,24}/gi,
    value: ([said]) => plainValue(said, said.toLowerCase()),
  },
]);

const numberSlotType = ({ pattern, numberOf }: NumberWords): SlotType =>
  patternSlotType([
    {
      pattern: new RegExp(`(?<![\\w.,-])-?(?:${pattern})(?![\\w-])`, 'gi'),
      value: ([said]) => plainValue(said, String(numberOf(said))),
      onlyAsked: true,
    },
  ]);

/** AMAZON.FreeFormInput takes whatever was said. */
const freeFormSlotType: SlotType = { read: (text) => plainValue(text) };

/** In English, by their names in AWS::Lex::Bot. */
const builtInSlotTypes: ReadonlyMap<string, SlotType> = new Map([
  ['AMAZON.FirstName', nameSlotType],
  ['AMAZON.LastName', nameSlotType],
  ['AMAZON.PhoneNumber', phoneNumberSlotType(englishSpokenNumber)],
  ['AMAZON.Date', dateSlotType],
  ['AMAZON.Time', timeSlotType],
  ['AMAZON.Number', numberSlotType(englishNumbers)],
  ['AMAZON.Confirmation', confirmationSlotType],
  ['AMAZON.EmailAddress', emailSlotType],
  ['AMAZON.FreeFormInput', freeFormSlotType],
]);

const spanishOwnSlotTypes: ReadonlyMap<string, SlotType> = new Map([
  ['AMAZON.FirstName', spanishNameSlotType],
  ['AMAZON.LastName', spanishNameSlotType],
  ['AMAZON.PhoneNumber', phoneNumberSlotType(spanishSpokenNumber)],
  ['AMAZON.Date', spanishDateSlotType],
  ['AMAZON.Time', spanishTimeSlotType],
  ['AMAZON.Number', numberSlotType(spanishNumbers)],
]);

/** Lex has AMAZON.Confirmation in English only. Source: "Built-in slot types" of the developer guide. */
const spanishSlotTypes: ReadonlyMap<string, SlotType> = new Map(
  [...builtInSlotTypes, ...spanishOwnSlotTypes].filter(([name]) => name !== 'AMAZON.Confirmation'),
);

/** The built-in slot types that the double understands in a locale. */
export const builtInSlotTypesOf = (localeId: string): ReadonlyMap<string, SlotType> =>
  localeId.startsWith('es') ? spanishSlotTypes : builtInSlotTypes;
