import type { StateStore } from '@atlas-engine/simulation';

interface Attempts {
  readonly failures: number;
  /** Epoch milliseconds before which nothing is tried. */
  readonly until: number;
}

/** Source: Cognito developer guide, "Lockout behavior for failed sign-in attempts". */
const freeFailures = 5;
const longestMilliseconds = 15 * 60_000;

/** How an attempt to sign in ended. */
export type PasswordCheck = 'right' | 'wrong' | 'locked';

/** Checks passwords. Here all users have one; guessing is slowed down as on Cognito. */
export function createPasswords(
  store: StateStore,
  options: { readonly password: string; readonly now: () => number },
) {
  const attempts = store.collection<Attempts>('cognito/attempts');
  const { password, now } = options;
  /** `exists`: nobody learns which names there are. */
  return (user: string, given: string, exists: boolean): PasswordCheck => {
    const { failures, until } = attempts.get(user) ?? { failures: 0, until: 0 };
    if (now() < until) return 'locked';
    if (exists && given === password) {
      attempts.delete(user);
      return 'right';
    }
    const beyond = failures + 1 - freeFailures;
    const pause = beyond < 0 ? 0 : Math.min(longestMilliseconds, 1000 * 2 ** beyond);
    attempts.set(user, { failures: failures + 1, until: now() + pause });
    return 'wrong';
  };
}
