import { AwsError } from '@atlas-engine/aws-wire';
import type { Collection, SimulationClock, StateStore } from '@atlas-engine/simulation';
import type { Session } from './session.ts';

/** Which conversation of which bot. */
export interface SessionKey {
  readonly botId: string;
  readonly botAliasId: string;
  readonly localeId: string;
  readonly sessionId: string;
}

/** Conversations, each until nothing was said for the bot's idle time. */
export interface Sessions {
  get(key: SessionKey): Session | undefined;
  put(key: SessionKey, session: Omit<Session, 'expiresAt'>, idleSeconds: number): void;
  delete(key: SessionKey): boolean;
  /** Two turns of one conversation never run at once. @throws AwsError ConflictException */
  exclusively<T>(key: SessionKey, turn: () => Promise<T>): Promise<T>;
}

const textOf = ({ botId, botAliasId, localeId, sessionId }: SessionKey): string =>
  [botId, botAliasId, localeId, sessionId].join('/');

export function createSessions({
  clock,
  store,
}: {
  readonly clock: SimulationClock;
  readonly store: StateStore;
}): Sessions {
  const sessions: Collection<Session> = store.collection('lex/sessions');
  const talking = new Set<string>();

  const forgetExpired = (): void => {
    const expired = [...sessions.entries()].filter(([, { expiresAt }]) => expiresAt <= clock.now());
    for (const [key] of expired) sessions.delete(key);
  };

  return {
    get: (key) => {
      const session = sessions.get(textOf(key));
      return session === undefined || session.expiresAt <= clock.now() ? undefined : session;
    },
    put: (key, session, idleSeconds) => {
      forgetExpired();
      sessions.set(textOf(key), { ...session, expiresAt: clock.now() + idleSeconds * 1000 });
    },
    delete: (key) => {
      forgetExpired();
      return sessions.delete(textOf(key));
    },
    exclusively: async (key, turn) => {
      const text = textOf(key);
      if (talking.has(text))
        throw new AwsError(
          'ConflictException',
          `Another turn of the session ${key.sessionId} is under way.`,
          {
            status: 409,
          },
        );
      talking.add(text);
      try {
        return await clock.busy(turn);
      } finally {
        talking.delete(text);
      }
    },
  };
}
