/** Area codes in four time zones; each has a hundred numbers that belong to nobody (NPA 555-0100 to 555-0199). */
const areaCodes = [
  ...['212', '312', '303', '415', '617', '404', '713', '206', '305', '602'],
  ...['214', '702', '215', '503', '313', '512', '619', '801', '615', '202'],
] as const;

/** As many leads as have numbers of their own. */
export const mostLeads = areaCodes.length * 100;

const header =
  'request_id,first_name,last_name,phone,email,time_zone,language,interest,notes,consent,consent_at,consent_source';
const interests = ['solar panels', 'home battery', 'heat pump', 'insulation'] as const;
const consentAge = 30 * 24 * 3600 * 1000;

/** The number of the nth lead, from 0. Its last two digits say how the simulated customer behaves: all behaviours come up. */
export function phoneOf(index: number): string {
  const area = index % areaCodes.length;
  const turn = Math.floor(index / areaCodes.length);
  const digits = (turn * 37 + area * 11) % 100;
  return `+1${areaCodes[area] ?? ''}55501${String(digits).padStart(2, '0')}`;
}

/**
 * A CSV file of made-up leads that may all be called.
 *
 * @param count at most `mostLeads`
 * @param now epoch milliseconds; consent was given a month before
 * @param phone the number of the nth lead, from 0
 */
export function leadFile(count: number, now: number, phone = phoneOf): string {
  const consentAt = new Date(now - consentAge).toISOString();
  const row = (index: number): string =>
    [
      `bench-${String(index + 1).padStart(4, '0')}`,
      ...['Test', `Lead ${String(index + 1)}`, phone(index), `lead-${String(index + 1)}@example.com`],
      ...['', 'en', interests[index % interests.length] ?? '', '', 'yes', consentAt, 'web form'],
    ].join(',');
  return `${[header, ...Array.from({ length: count }, (_, index) => row(index))].join('\n')}\n`;
}
