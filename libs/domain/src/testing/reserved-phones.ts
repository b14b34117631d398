import * as z from 'zod';
import { phoneNumberSchema, type PhoneNumber } from '../identifiers.ts';

const american = z
  .string()
  .regex(/^\+1[2-9]\d\d55501\d\d$/, 'must be +1, an area code and 555-0100 to 555-0199');
const british = z.string().regex(/^\+447700900\d{3}$/, 'must be +44 7700 900000 to 900999');

/**
 * The `index`-th (from 0, up to 99) fictional number of an area code of North America.
 *
 * @throws ZodError for an area code or index out of range.
 */
export const americanPhone = (index = 0, areaCode = '212'): PhoneNumber =>
  american.pipe(phoneNumberSchema).parse(`+1${areaCode}55501${String(index).padStart(2, '0')}`);

/**
 * The `index`-th (from 0, up to 999) of Ofcom's mobile numbers for drama.
 *
 * @throws ZodError for an index out of range.
 */
export const britishPhone = (index = 0): PhoneNumber =>
  british.pipe(phoneNumberSchema).parse(`+447700900${String(index).padStart(3, '0')}`);
