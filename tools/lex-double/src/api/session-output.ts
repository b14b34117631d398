import { wireContexts } from '../dialog/contexts.ts';
import type { Session } from '../dialog/session.ts';

/** A session's state as the runtime API gives it. */
export const wireState = ({ sessionState }: Session, requestId: string, now: number) => ({
  ...sessionState,
  activeContexts: wireContexts(sessionState.activeContexts, now),
  originatingRequestId: requestId,
});

/** Messages, or nothing when nothing is said: the API leaves empty members out. */
export const wireMessages = ({ messages }: Session) => (messages.length === 0 ? undefined : messages);
