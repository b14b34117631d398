import { codeOfFailure, ConnectError } from './connect-error.ts';

/** The callbacks of streams. */
export interface Callbacks {
  readonly success: (data?: unknown) => void;
  readonly failure: (error?: unknown) => void;
}

/** Milliseconds after which an unanswered command counts as lost: streams itself waits for ever after a 401. */
export const commandTimeout = 10_000;

/**
 * Asks streams for something and answers when it did it.
 *
 * @throws {ConnectError} when it refuses, when no answer comes within `commandTimeout`, or when the object that is asked has gone.
 */
export function ask<Answer = void>(command: string, start: (callbacks: Callbacks) => void): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new ConnectError(command, 'TIMED_OUT'));
    }, commandTimeout);
    const settle = (then: () => void) => {
      clearTimeout(timer);
      then();
    };
    try {
      start({
        success: (data) => {
          settle(() => {
            resolve(data as Answer);
          });
        },
        failure: (error) => {
          settle(() => {
            reject(new ConnectError(command, codeOfFailure(error)));
          });
        },
      });
    } catch (error) {
      // Streams throws StateError at once when a contact or a leg is not in its data any more.
      settle(() => {
        reject(error instanceof ConnectError ? error : new ConnectError(command, 'GONE'));
      });
    }
  });
}
