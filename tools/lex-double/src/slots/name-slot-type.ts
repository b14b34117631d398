import { plainValue, type SlotType } from './slot-type.ts';

const name = /^\p{L}[\p{L}\p{M}'’.-]*(?: \p{L}[\p{L}\p{M}'’.-]*){0,2}$/u;

const namesAfter = (introduction: RegExp): SlotType => ({
  read: (text) => {
    const plain = text.trim().replace(introduction, '').replace(/[.!]$/, '');
    return name.test(plain) ? plainValue(plain) : undefined;
  },
});

/** AMAZON.FirstName and AMAZON.LastName: up to three words of letters, whatever they are. */
export const nameSlotType = namesAfter(
  /^(?:(?:my|the) (?:first |last |sur)?name is|(?:i am|i['’]?m|it is|it['’]?s|this is|call me)) /i,
);

/** The same in Spanish. */
export const spanishNameSlotType = namesAfter(/^(?:mi (?:nombre|apellido) es|me llamo|soy|es) /i);
