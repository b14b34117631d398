import type { Json } from '../json.ts';

/** An error of a state, as Retry and Catch see it. */
export interface Failure {
  readonly error?: string;
  readonly cause?: string;
  /** Further names by which ErrorEquals may mean it. */
  readonly alsoKnownAs?: readonly string[];
}

/** A state that can not go on. The event that tells it has not been recorded yet. */
export class StateFailure extends Error {
  override readonly name = 'StateFailure';
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(`the state failed by ${failure.error ?? 'an error without a name'}`);
    this.failure = failure;
  }
}

/** The next event would be the 25,000th, which is the execution's failure. */
export class HistoryFull extends Error {
  override readonly name = 'HistoryFull';
}

const payloadBytes = 262_144;

/** Whether JSON text is within the 262,144 bytes that a payload may have. */
export const isWithinPayloadLimit = (text: string): boolean => Buffer.byteLength(text) <= payloadBytes;

/** `who` is the state, or for the result of a task its resource type. */
export const dataLimitExceeded = (who: string): Failure => ({
  error: 'States.DataLimitExceeded',
  cause: `The state/task '${who}' returned a result with a size exceeding the maximum number of bytes service limit.`,
});

/** Lets a payload of a state pass. @throws StateFailure States.DataLimitExceeded when it is too large. */
export const withinPayloadLimit = (state: string, payload: Json): Json => {
  if (isWithinPayloadLimit(JSON.stringify(payload))) return payload;
  throw new StateFailure(dataLimitExceeded(state));
};

/** `$states.errorOutput`; a time-out has an empty cause, a failure without names has nulls. */
export const errorOutputOf = ({ error, cause }: Failure): Record<string, Json> => ({
  Error: error ?? null,
  Cause: cause ?? (error === 'States.Timeout' ? '' : null),
});

/** Members `error` and `cause` of events and executions, absent ones left out. */
export const errorMembers = ({ error, cause }: Failure): Record<string, string> => ({
  ...(error === undefined ? {} : { error }),
  ...(cause === undefined ? {} : { cause }),
});
