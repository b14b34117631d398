import type { Budget } from './clock.ts';
import {
  isSalesforceDuplicateError,
  isSalesforceLimitError,
  isSalesforceLockError,
  isSalesforceTimeoutError,
  isSalesforceUnavailableError,
} from './errors.ts';

/** How often and how fast an attempt is repeated. */
export interface RetryOptions {
  /** Attempts in all, the first included. */
  readonly maxAttempts: number;
  /** 0 ≤ x < 1 */
  readonly random: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

/** Longest first pause and longest pause, in milliseconds; the pauses are drawn evenly from 0 to these (full jitter). */
const firstPause = 200;
const longestPause = 4000;

/** Errors that are worth exactly one more try: waiting longer does not help them. */
const onlyOnce = new Set(['REQUEST_LIMIT_EXCEEDED', 'DUPLICATE_VALUE']);

/**
 * Repeats an attempt while its failure passes by itself, repeating is safe, and time is left.
 *
 * @throws the last failure
 */
export async function retrying<T>(
  options: RetryOptions,
  { repeatable, budget }: { readonly repeatable: boolean; readonly budget: Budget },
  attempt: () => Promise<T>,
): Promise<T> {
  const seen = new Set<string>();
  for (let number = 1; ; number += 1) {
    try {
      return await attempt();
    } catch (error) {
      const pause =
        number < options.maxAttempts ? pauseAfter(error, { number, repeatable, ...options }) : undefined;
      if (pause === undefined || pause >= budget.left() || isSecond(seen, error)) throw error;
      await options.sleep(pause);
    }
  }
}

function isSecond(seen: Set<string>, error: unknown): boolean {
  const code =
    isSalesforceLimitError(error) || isSalesforceDuplicateError(error) ? error.salesforceCode : undefined;
  if (code === undefined || !onlyOnce.has(code)) return false;
  if (seen.has(code)) return true;
  seen.add(code);
  return false;
}

interface Situation {
  readonly number: number;
  readonly repeatable: boolean;
  readonly random: () => number;
}

/** Milliseconds to wait before the next attempt; undefined when there must be none. */
function pauseAfter(error: unknown, { number, repeatable, random }: Situation): number | undefined {
  const asked =
    isRefusedBeforeEffect(error) || (repeatable && mayPass(error)) ? secondsAsked(error) : undefined;
  const jitter = random() * Math.min(longestPause, firstPause * 2 ** (number - 1));
  return asked === undefined ? undefined : asked * 1000 + jitter;
}

/** Nothing was done: safe to repeat for every call. */
const isRefusedBeforeEffect = (error: unknown): boolean =>
  isSalesforceLockError(error) || isSalesforceLimitError(error);

/** Two upserts of one new external id can meet: the loser's repeat is an update. */
const mayPass = (error: unknown): boolean =>
  isSalesforceUnavailableError(error) ||
  isSalesforceTimeoutError(error) ||
  (isSalesforceDuplicateError(error) && error.salesforceCode === 'DUPLICATE_VALUE');

const secondsAsked = (error: unknown): number =>
  isSalesforceLimitError(error) || isSalesforceUnavailableError(error) ? (error.retryAfter ?? 0) : 0;
