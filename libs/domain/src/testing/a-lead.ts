import type { Lead } from '../outreach-request.ts';
import { americanPhone } from './reserved-phones.ts';

/** A lead in New York, whom nobody is. */
export const aLead = (overrides: Partial<Lead> = {}): Lead => ({
  firstName: 'Robin',
  lastName: 'Sample',
  company: 'Example Trading',
  phone: americanPhone(),
  email: 'robin.sample@example.com',
  timeZone: 'America/New_York',
  locale: 'en-US',
  ...overrides,
});
