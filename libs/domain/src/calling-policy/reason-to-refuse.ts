import type { Reason } from '../reasons.ts';
import { millisecondsPerDay, parseIso } from '../instant.ts';
import type { Consent } from '../outreach-request.ts';
import { isTimeZone } from '../zone-clock.ts';
import { attemptsOfRequest } from './attempts.ts';
import type { DialQuestion, Instant, NumberHistory } from './decision.ts';
import type { CallingPolicy } from './policy.ts';

/** Everything that a decision rests on, its history known. */
export interface DialFacts {
  readonly question: DialQuestion;
  readonly history: NumberHistory;
  readonly zones: readonly string[];
  readonly now: Instant;
  readonly policy: CallingPolicy;
}

/** Why the person may not be called, now or later, as far as is known; undefined when only the time may forbid it. */
export function reasonToRefuse({ question, history, zones, now, policy }: DialFacts): Reason | undefined {
  if (history.doNotCall) return 'DO_NOT_CALL';
  const consentProblem = problemOfConsent(question.consent, now, policy);
  if (consentProblem !== undefined) return consentProblem;
  if (zones.length === 0 || !zones.every(isTimeZone)) return 'TIME_ZONE_UNKNOWN';
  if (attemptsOfRequest(history.attempts, question.requestId) >= policy.maxAttemptsPerRequest) {
    return 'ATTEMPTS_EXHAUSTED';
  }
  return undefined;
}

function problemOfConsent(
  consent: Consent | undefined,
  now: Instant,
  policy: CallingPolicy,
): Reason | undefined {
  const given = consent === undefined ? undefined : parseIso(consent.at);
  if (given === undefined || consent?.source.trim() === '') return 'CONSENT_MISSING';
  return given <= now && now <= consentEnd(given, policy) ? undefined : 'CONSENT_EXPIRED';
}

const consentEnd = (given: Instant, policy: CallingPolicy): Instant =>
  given + policy.consentMaxAgeDays * millisecondsPerDay;

/** The last moment at which the consent of a question still counts. */
export const lastMomentOfConsent = (question: DialQuestion, policy: CallingPolicy): Instant =>
  question.consent === undefined ? NaN : consentEnd(parseIso(question.consent.at) ?? NaN, policy);
