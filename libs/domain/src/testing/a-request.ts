import { requestIdSchema } from '../identifiers.ts';
import type { OutreachRequest } from '../outreach-request.ts';
import { aLead } from './a-lead.ts';

/** A valid request of 2026; the consent is of 1 November of that year. */
export const aRequest = (overrides: Partial<OutreachRequest> = {}): OutreachRequest => ({
  requestId: requestIdSchema.parse('request-1'),
  campaign: 'autumn-2026',
  channel: 'FILE',
  lead: aLead(),
  consent: { at: '2026-11-01T09:30:00Z', source: 'Web form of example.com' },
  interest: 'Solar panels for a small warehouse',
  ...overrides,
});
