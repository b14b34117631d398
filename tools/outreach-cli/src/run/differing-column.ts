import type { LeadColumn, OutreachRequest } from '@atlas-engine/domain';

type Content = Pick<OutreachRequest, 'lead' | 'consent' | 'interest' | 'notes' | 'preferredTime'>;

const reading: Readonly<Partial<Record<LeadColumn, (request: Content) => string | undefined>>> = {
  first_name: ({ lead }) => lead.firstName,
  last_name: ({ lead }) => lead.lastName,
  company: ({ lead }) => lead.company,
  phone: ({ lead }) => lead.phone,
  email: ({ lead }) => lead.email,
  time_zone: ({ lead }) => lead.timeZone,
  language: ({ lead }) => lead.locale,
  interest: ({ interest }) => interest.toLowerCase(),
  notes: ({ notes }) => notes,
  consent_at: ({ consent }) => consent.at,
  consent_source: ({ consent }) => consent.source,
  preferred_time: ({ preferredTime }) => preferredTime,
};

/** The first column in which two requests of one id differ; null when they say the same. */
export function differingColumn(one: Content, other: Content): LeadColumn | null {
  const columns = Object.entries(reading) as [LeadColumn, (request: Content) => string | undefined][];
  return columns.find(([, read]) => read(one) !== read(other))?.[0] ?? null;
}
