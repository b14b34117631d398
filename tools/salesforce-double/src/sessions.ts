import { randomBytes } from 'node:crypto';
import type { SimulationClock, StateStore } from '@atlas-engine/simulation';
import { SalesforceRefusal } from './refusal.ts';

interface Session {
  readonly username: string;
  readonly expiresAt: number;
}

/** Access tokens with a lifetime in simulated time. */
export interface Sessions {
  open(username: string): string;
  /** @throws SalesforceRefusal INVALID_SESSION_ID when the header names no living session */
  check(authorization: string | undefined): void;
  /** Ends every session, as an administrator may at any time. */
  endAll(): void;
}

/** The id of the org, as tokens begin with it. */
export const organisationId = '00DAk0000000001MAA';

/** Sessions that live `lifetimeMs` of simulated time. */
export function createSessions(clock: SimulationClock, store: StateStore, lifetimeMs: number): Sessions {
  const sessions = store.collection<Session>('salesforce/sessions');
  const dropExpired = () => {
    const expired = [...sessions.entries()].filter(([, { expiresAt }]) => expiresAt <= clock.now());
    for (const [token] of expired) sessions.delete(token);
  };
  return {
    open(username) {
      dropExpired();
      const token = `${organisationId.slice(0, 15)}!${randomBytes(24).toString('base64url')}`;
      sessions.set(token, { username, expiresAt: clock.now() + lifetimeMs });
      return token;
    },
    check(authorization) {
      const [, token = ''] = /^(?:Bearer|OAuth) (.+)$/.exec(authorization ?? '') ?? [];
      const session = sessions.get(token);
      if (session !== undefined && session.expiresAt > clock.now()) return;
      throw new SalesforceRefusal('INVALID_SESSION_ID', 'Session expired or invalid', { status: 401 });
    },
    endAll() {
      for (const token of [...sessions.keys()]) sessions.delete(token);
    },
  };
}
