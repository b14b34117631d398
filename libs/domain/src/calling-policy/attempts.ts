import type { OutcomeKind } from '../call.ts';
import type { RequestId } from '../identifiers.ts';
import { millisecondsPerDay, millisecondsPerMinute } from '../instant.ts';
import type { Instant, PastAttempt } from './decision.ts';
import type { CallingPolicy } from './policy.ts';

/** A call of which nothing was heard for so long is over; how it ended is unknown. */
const longestCall = millisecondsPerDay;

/** Until a call under way may have ended: when to look again. */
export const lookAgainAfter = 15 * millisecondsPerMinute;

/** Whether an attempt may have reached the recipient: such attempts count against every limit. */
export const reachedNetwork = ({ outcome }: PastAttempt): boolean =>
  outcome !== 'REFUSED' && outcome !== 'POSTPONED';

/** How many attempts of a request may have reached the recipient. */
export const attemptsOfRequest = (attempts: readonly PastAttempt[], requestId: RequestId): number =>
  attempts.filter((attempt) => attempt.requestId === requestId && reachedNetwork(attempt)).length;

/** Whether a call to the number is under way. */
export const isUnderWay = ({ at, outcome }: PastAttempt, now: Instant): boolean =>
  outcome === undefined && now - at < longestCall;

export interface SpacingRules {
  readonly now: Instant;
  readonly agreedAt: Instant | undefined;
  readonly policy: CallingPolicy;
}

/**
 * The end of the pause that the attempts ask for. Each attempt keeps its own pause, so that a later one with a shorter
 * pause never brings the next call forward.
 */
export function endOfSpacing(attempts: readonly PastAttempt[], rules: SpacingRules): Instant {
  return Math.max(-Infinity, ...attempts.filter(reachedNetwork).map((attempt) => endOfPause(attempt, rules)));
}

function endOfPause(attempt: PastAttempt, { now, agreedAt, policy }: SpacingRules): Instant {
  if (isUnderWay(attempt, now)) return now + lookAgainAfter;
  const end = attempt.at + pauseMinutes(attempt.outcome ?? 'UNCONFIRMED', policy) * millisecondsPerMinute;
  const agreed = attempt.outcome === 'ANSWERED' && agreedAt !== undefined && agreedAt > attempt.at;
  return agreed ? Math.min(end, agreedAt) : end;
}

function pauseMinutes(outcome: OutcomeKind, { spacingMinutes }: CallingPolicy): number {
  return outcome === 'REFUSED' || outcome === 'POSTPONED' ? 0 : spacingMinutes[outcome];
}
