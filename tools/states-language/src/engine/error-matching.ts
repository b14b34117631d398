import type { Failure } from './failure.ts';

/** Errors that States.ALL and States.TaskFailed leave alone. */
const notByWildcard = ['States.Runtime', 'States.DataLimitExceeded'];

const names = ({ error, alsoKnownAs = [] }: Failure): readonly string[] =>
  error === undefined ? alsoKnownAs : [error, ...alsoKnownAs];

/**
 * Whether a retrier or catcher means this failure.
 *
 * States.Runtime is never meant, States.DataLimitExceeded only by its own name, and States.TaskFailed means
 * every error but time-outs.
 */
export const matches = (errorEquals: readonly string[], failure: Failure): boolean => {
  const known = names(failure);
  if (known.includes('States.Runtime')) return false;
  if (errorEquals.some((name) => known.includes(name))) return true;
  if (known.some((name) => notByWildcard.includes(name))) return false;
  if (errorEquals.includes('States.ALL')) return true;
  return errorEquals.includes('States.TaskFailed') && !known.includes('States.Timeout');
};
