import { combine, type Tally } from './tally.ts';

/** What three kinds of leads use, each on average. */
export interface Measured {
  /** Answers the first call. */
  readonly answered: Tally;
  /** Answers the second call. */
  readonly answeredSecond: Tally;
  /** Answers none of four calls. */
  readonly neverAnswered: Tally;
}

/** What is used once for each request, once more for each attempt, and once more when a call is answered. */
export interface Parts {
  readonly perRequest: Tally;
  readonly perAttempt: Tally;
  readonly perAnswer: Tally;
}

/**
 * Splits what leads use: the second call is what distinguishes two kinds, a request is what is left of the third
 * without its four attempts, and an answer what is left of the first.
 */
export function apportion({ answered, answeredSecond, neverAnswered }: Measured): Parts {
  const perAttempt = combine(answeredSecond, -1, answered);
  const perRequest = combine(neverAnswered, -4, perAttempt);
  return { perAttempt, perRequest, perAnswer: combine(combine(answered, -1, perAttempt), -1, perRequest) };
}
