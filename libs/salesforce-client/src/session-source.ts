import type { Budget } from './clock.ts';
import type { SalesforceCredentials } from './credentials.ts';
import { isSalesforceAuthError } from './errors.ts';
import type { Session } from './login.ts';

/** Gives the credentials; with `refresh` it must not answer from a cache, because the secret may have been rotated. */
export type CredentialsProvider = (options?: {
  readonly refresh?: boolean;
}) => Promise<SalesforceCredentials>;

/** One session for all calls, kept as long as Salesforce takes it. */
export interface SessionSource {
  current(budget: Budget): Promise<Session>;
  /** A new session in place of one that Salesforce refused; calls that were refused together share it. */
  renew(refused: Session, budget: Budget): Promise<Session>;
}

/** Keeps one session, opening it by `logIn` with what `credentials` gives. */
export function createSessionSource(
  credentials: CredentialsProvider,
  logIn: (credentials: SalesforceCredentials, budget: Budget) => Promise<Session>,
): SessionSource {
  let session: Session | undefined;
  let pending: Promise<Session> | undefined;

  /** Everybody who asks while a log-in is under way waits for that one. */
  const once = (work: () => Promise<Session>): Promise<Session> => {
    pending ??= work()
      .then((opened) => (session = opened))
      .finally(() => {
        pending = undefined;
      });
    return pending;
  };

  const open = async (budget: Budget): Promise<Session> => {
    const given = await credentials();
    try {
      return await logIn(given, budget);
    } catch (error) {
      if (!isSalesforceAuthError(error)) throw error;
      const fresh = await credentials({ refresh: true });
      if (JSON.stringify(fresh) === JSON.stringify(given)) throw error;
      return logIn(fresh, budget);
    }
  };

  return {
    current: (budget) => (session === undefined ? once(() => open(budget)) : Promise.resolve(session)),
    renew(refused, budget) {
      if (session !== undefined && session !== refused) return Promise.resolve(session);
      session = undefined;
      return once(async () => logIn(await credentials({ refresh: true }), budget));
    },
  };
}
