import type { Instant } from '../calling-policy/decision.ts';
import { readIso, toIso } from '../instant.ts';
import type { Consent } from '../outreach-request.ts';
import { instantOfLocal } from '../zone-clock.ts';
import type { LeadColumn, LeadFields } from './lead-columns.ts';
import { accepted, rejected, type FieldParse } from './row-problem.ts';
import { readText } from './text-fields.ts';

/** Where a local time is read, and which instant counts when it may be several. */
interface LocalReading {
  readonly zones: readonly string[];
  readonly choose: (...instants: readonly Instant[]) => Instant;
}

function readMoment(field: LeadColumn, text: string, { zones, choose }: LocalReading): FieldParse<Instant> {
  const reading = readIso(text);
  if (reading === undefined) {
    return rejected(
      field,
      'INVALID_FIELD',
      'must be ISO 8601, e.g. 2026-11-21T10:00:00-05:00 or 2026-11-21T10:00',
    );
  }
  if (reading.offset !== undefined) return accepted(reading.local - reading.offset);
  if (zones.length === 0) {
    const problem = 'has no offset from UTC, and the time zone of the recipient is not known; give either';
    return rejected(field, 'INVALID_FIELD', problem);
  }
  return accepted(choose(...zones.map((zone) => instantOfLocal(zone, reading.local))));
}

/** The moment before which no call is wanted: of several that it may mean, the last. */
export function readPreferredTime(
  fields: LeadFields,
  zones: readonly string[],
): FieldParse<string | undefined> {
  const text = readText(fields, 'preferred_time');
  if (!text.ok || text.value === undefined) return text;
  const moment = readMoment('preferred_time', text.value, { zones, choose: Math.max });
  return moment.ok ? writeMoment('preferred_time', moment.value) : moment;
}

/** At either end of the calendar an offset leads out of the years that ISO 8601 writes with four digits. */
function writeMoment(field: LeadColumn, instant: Instant): FieldParse<string> {
  const inRange = instant >= firstYear && instant <= lastYear;
  return inRange
    ? accepted(toIso(instant))
    : rejected(field, 'INVALID_FIELD', 'must lie in the years 1970 to 9998');
}

const firstYear = 0;
const lastYear = 253_370_764_800_000;

const yes: readonly string[] = ['yes', 'y', 'true', '1'];
const no: readonly string[] = ['no', 'n', 'false', '0'];

export interface ConsentReading {
  readonly zones: readonly string[];
  readonly now: Instant;
}

/** Consent with its time and source; of several moments that the time may mean, the first. */
export function readConsent(fields: LeadFields, { zones, now }: ConsentReading): FieldParse<Consent> {
  const given = readGiven(fields);
  if (!given.ok) return given;
  const at = readConsentText(fields, 'consent_at');
  if (!at.ok) return at;
  const moment = readMoment('consent_at', at.value, { zones, choose: Math.min });
  if (!moment.ok) return moment;
  if (moment.value > now) return rejected('consent_at', 'CONSENT_EXPIRED', 'lies in the future');
  const written = writeMoment('consent_at', moment.value);
  const source = readConsentText(fields, 'consent_source');
  if (!written.ok) return written;
  return source.ok ? accepted({ at: written.value, source: source.value }) : source;
}

function readGiven(fields: LeadFields): FieldParse<true> {
  const text = readConsentText(fields, 'consent');
  if (!text.ok) return text;
  const answer = text.value.toLowerCase();
  if (yes.includes(answer)) return accepted(true);
  if (no.includes(answer)) return rejected('consent', 'CONSENT_MISSING', 'was not given');
  return rejected('consent', 'INVALID_FIELD', 'must be yes, y, true, 1, no, n, false or 0');
}

function readConsentText(fields: LeadFields, field: LeadColumn): FieldParse<string> {
  const text = readText(fields, field);
  if (!text.ok) return text;
  return text.value === undefined
    ? rejected(field, 'CONSENT_MISSING', 'is empty; consent needs consent, consent_at and consent_source')
    : accepted(text.value);
}
