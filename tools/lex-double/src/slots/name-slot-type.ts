import { plainValue, type SlotType } from './slot-type.ts';

const introduction =
  /^(?:(?:my|the) (?:first |last |sur)?name is|(?:i am|i['’]?m|it is|it['’]?s|this is|call me)) /i;
const name = /^\p{L}[\p{L}\p{M}'’.-]*(?: \p{L}[\p{L}\p{M}'’.-]*){0,2}$/u;

/** AMAZON.FirstName and AMAZON.LastName: up to three words of letters, whatever they are. */
export const nameSlotType: SlotType = {
  read: (text) => {
    const plain = text.trim().replace(introduction, '').replace(/[.!]$/, '');
    return name.test(plain) ? plainValue(plain) : undefined;
  },
};
