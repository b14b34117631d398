import { millisecondsPerDay, millisecondsPerMinute } from '../instant.ts';
import type { Reason } from '../reasons.ts';
import { timeZonesOf } from '../time-zones.ts';
import { endOfSpacing } from './attempts.ts';
import type { DialDecision, DialQuestion, Instant, NumberHistory } from './decision.ts';
import type { CallingPolicy } from './policy.ts';
import { lastMomentOfConsent, reasonToRefuse, type DialFacts } from './reason-to-refuse.ts';
import { rulesOfZone } from './zone-rules.ts';

export interface DialDecisionInput {
  readonly question: DialQuestion;
  /** Undefined when it could not be read. */
  readonly history: NumberHistory | undefined;
  readonly now: Instant;
  readonly policy: CallingPolicy;
}

/** Permitted moments are looked for on quarter hours, which every zone's clocks share. */
const grid = 15 * millisecondsPerMinute;

/**
 * Whether a person may be called now, else when, else why never. What is not known counts as a no.
 *
 * Refusals come first, in this order: history unknown, do-not-call, consent missing, consent expired or in the future,
 * time zone unknown, attempts of the request exhausted. Then what the time forbids: before the preferred time, week's
 * limit, day's limit, pause after an attempt, outside calling hours; the first of these that holds now is the reason of
 * a `WAIT`. A call under way gives a `WAIT` of 15 minutes or more after which to ask again; every other `WAIT` ends at
 * the first quarter of an hour at which the answer is `DIAL`, if nothing changes. When there is none within the horizon,
 * counted from now, or none before the consent runs out, the answer is `REFUSE` with `NO_CALLING_WINDOW`.
 *
 * Calling hours and limits hold in all zones at once: a zone given with the lead stands alone, otherwise all zones count
 * in which the number may be.
 */
export function decideWhetherToDial({ question, history, now, policy }: DialDecisionInput): DialDecision {
  if (history === undefined) return { kind: 'REFUSE', reason: 'HISTORY_UNKNOWN' };
  const zones = question.timeZone === undefined ? timeZonesOf(question.phone) : [question.timeZone];
  const facts: DialFacts = { question, history, zones, now, policy };
  const refusal = reasonToRefuse(facts);
  return refusal === undefined ? decideByTime(facts) : { kind: 'REFUSE', reason: refusal };
}

function decideByTime(facts: DialFacts): DialDecision {
  const { question, history, zones, now, policy } = facts;
  const rules = zones.map((zone) => rulesOfZone(zone, facts));
  const pauseEnds = endOfSpacing(history.attempts, { now, agreedAt: question.agreedAt, policy });
  const earliest = Math.max(now, pauseEnds, question.notBefore ?? now);
  const reason = reasonToWait({
    question,
    now,
    pauseEnds,
    forbidden: firstOf(rules.map((rule) => rule(now))),
  });
  if (earliest === now && reason === undefined) return { kind: 'DIAL', zones };
  const latest = Math.min(
    now + policy.horizonDays * millisecondsPerDay,
    lastMomentOfConsent(question, policy),
  );
  for (let until = Math.ceil(earliest / grid) * grid; until <= latest; until += grid) {
    const permitted = rules.every((rule) => rule(until) === undefined);
    if (permitted) return { kind: 'WAIT', until, reason: reason ?? 'TOO_SOON' };
  }
  return { kind: 'REFUSE', reason: 'NO_CALLING_WINDOW' };
}

interface Waiting {
  readonly question: DialQuestion;
  readonly now: Instant;
  readonly pauseEnds: Instant;
  /** What the recipient's clock and calendar forbid now. */
  readonly forbidden: Reason | undefined;
}

function reasonToWait({ question, now, pauseEnds, forbidden }: Waiting): Reason | undefined {
  if (question.notBefore !== undefined && question.notBefore > now) return 'PREFERRED_TIME';
  if (forbidden === 'WEEKLY_LIMIT' || forbidden === 'DAILY_LIMIT') return forbidden;
  return pauseEnds > now ? 'TOO_SOON' : forbidden;
}

/** In the order of the decision's checks, whichever zone says it. */
const order: readonly Reason[] = ['WEEKLY_LIMIT', 'DAILY_LIMIT', 'OUTSIDE_CALLING_HOURS'];

const firstOf = (found: readonly (Reason | undefined)[]): Reason | undefined =>
  order.find((reason) => found.includes(reason));
