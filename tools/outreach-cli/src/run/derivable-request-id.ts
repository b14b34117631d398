import { cleanText, deriveRequestId, parsePhone, requestIdSchema } from '@atlas-engine/domain';
import type { LeadRow } from '../leads-file/read-leads.ts';

/** The request id of a row that is rejected: its own, or the one that would be derived; null when neither can be read. */
export function derivableRequestId(
  fields: LeadRow['fields'],
  { campaign, defaultCountry }: { readonly campaign: string; readonly defaultCountry?: string | undefined },
): string | null {
  const own = cleanText(fields.request_id ?? '');
  if (own !== '') return requestIdSchema.safeParse(own).data ?? null;
  const phone = parsePhone(cleanText(fields.phone ?? ''), { defaultCountry });
  const interest = cleanText(fields.interest ?? '');
  return phone.ok && interest !== '' ? deriveRequestId(campaign, phone.phone, interest) : null;
}
