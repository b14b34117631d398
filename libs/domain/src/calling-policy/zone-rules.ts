import type { Reason } from '../reasons.ts';
import { localTimeOf } from '../zone-clock.ts';
import { callingHoursIn } from './calling-hours.ts';
import { reachedNetwork } from './attempts.ts';
import type { Instant } from './decision.ts';
import type { DialFacts } from './reason-to-refuse.ts';

/** What forbids a call at an instant by the clock and the calendar of one zone. */
export type ZoneRule = (instant: Instant) => Reason | undefined;

const daysInWeek = 7;

/** The rules of the recipient's clock and calendar in a zone: limits of the week and the day, then calling hours. */
export function rulesOfZone(zone: string, { history, policy }: DialFacts): ZoneRule {
  const isCallingTime = callingHoursIn(zone, policy);
  const daysOfAttempts = history.attempts.filter(reachedNetwork).map(({ at }) => localTimeOf(zone, at).day);
  return (instant) => {
    const time = localTimeOf(zone, instant);
    const inWeek = daysOfAttempts.filter((day) => time.day - day < daysInWeek);
    if (inWeek.length >= policy.maxAttemptsPerNumberPerWeek) return 'WEEKLY_LIMIT';
    if (inWeek.filter((day) => day === time.day).length >= policy.maxAttemptsPerNumberPerDay)
      return 'DAILY_LIMIT';
    return isCallingTime(time) ? undefined : 'OUTSIDE_CALLING_HOURS';
  };
}
