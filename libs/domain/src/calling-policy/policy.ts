import type * as z from 'zod';
import { callingHoursSchema } from './calling-hours-schema.ts';
import { holidaysSchema } from './holidays-schema.ts';
import { settings, wholeNumber } from './settings.ts';

const upToThirtyDays = wholeNumber(0, 43_200);
const minutes = (value: number) => upToThirtyDays.default(value);
const upToFifty = wholeNumber(1, 50);

/**
 * Minutes without a call to the same number after one that ended so. `ANSWERED` gives way to a time that the
 * recipient named. Placements that were `REFUSED` or `POSTPONED` never reached the network and space nothing.
 */
export const spacingMinutesSchema = settings({
  NO_ANSWER: minutes(180),
  BUSY: minutes(20),
  VOICEMAIL: minutes(1440),
  UNCONFIRMED: minutes(240),
  FAILED: minutes(60),
  INVALID_NUMBER: minutes(1440),
  ANSWERED: minutes(1440),
});

/** When and how often people may be called. Every key has a default; a key that is not listed here is refused. */
export const callingPolicySchema = settings({
  callingHours: callingHoursSchema.prefault({}),
  holidays: holidaysSchema.default({}),
  /** Calls to a number on one day of the recipient's calendar, whichever request they are for. */
  maxAttemptsPerNumberPerDay: wholeNumber(1, 10).default(2),
  /** Calls to a number on seven days of the recipient's calendar, today included. */
  maxAttemptsPerNumberPerWeek: upToFifty.default(5),
  maxAttemptsPerRequest: upToFifty.default(4),
  spacingMinutes: spacingMinutesSchema.prefault({}),
  /** A consent counts for so long. */
  consentMaxAgeDays: wholeNumber(1, 3650).default(365),
  /** How far ahead a permitted moment is looked for. */
  horizonDays: wholeNumber(1, 60).default(14),
});
export type CallingPolicy = z.infer<typeof callingPolicySchema>;

/** Monday to Friday 09:00 to 20:00, Saturday 10:00 to 18:00, never on Sunday; no holidays. */
export const defaultCallingPolicy: CallingPolicy = callingPolicySchema.parse({});

export type CallingPolicyParse =
  | { readonly ok: true; readonly policy: CallingPolicy }
  | { readonly ok: false; readonly problems: readonly string[] };

/** A policy from configuration; each problem names the key, what is wrong with the value and what is allowed. */
export function parseCallingPolicy(value: unknown): CallingPolicyParse {
  const parsed = callingPolicySchema.safeParse(value);
  if (parsed.success) return { ok: true, policy: parsed.data };
  const problems = parsed.error.issues.map(({ path, message }) =>
    path.length === 0 ? message : `${path.map(String).join('.')}: ${message}`,
  );
  return { ok: false, problems };
}
