import { randomBytes } from 'node:crypto';
import type { Collection, SimulationClock, StateStore } from '@atlas-engine/simulation';

/** Who is signed in to the panel of which instance. */
export interface Session {
  readonly instanceId: string;
  readonly userId: string;
  /** Epoch milliseconds. */
  readonly since: number;
}

/** Sessions of browsers. A session ends after twelve hours, when somebody signs out, or when a test says so. */
export interface Sessions {
  /** Makes a session and gives its cookie's value. */
  begin(who: Pick<Session, 'instanceId' | 'userId'>): string;
  find(id: string | undefined, instanceId: string): Session | undefined;
  end(id: string): void;
  /** Ends all sessions of a user. */
  endOf(userId: string): void;
  /** Lets another frame of the same person have a session, within a minute. */
  ticketFor(session: Session): string;
  /** Gives a session's id for a ticket; a frame that is rebuilt meanwhile comes with it again. */
  redeem(ticket: string, instanceId: string): string | undefined;
}

/** The longest that a session of Amazon Connect lasts, in milliseconds. */
const longest = 12 * 3600 * 1000;
const ticketLasts = 60_000;
const secret = (): string => randomBytes(24).toString('base64url');

export function createSessions(store: StateStore, clock: Pick<SimulationClock, 'now'>): Sessions {
  const sessions: Collection<Session> = store.collection('ccp/sessions');
  const tickets = new Map<string, Session>();

  const begin = ({ instanceId, userId }: Pick<Session, 'instanceId' | 'userId'>): string => {
    const id = secret();
    sessions.set(id, { instanceId, userId, since: clock.now() });
    return id;
  };
  return {
    begin,
    find(id, instanceId) {
      const session = sessions.get(id ?? '');
      if (session?.instanceId !== instanceId) return undefined;
      return clock.now() - session.since < longest ? session : undefined;
    },
    end: (id) => void sessions.delete(id),
    endOf(userId) {
      for (const [id, session] of [...sessions.entries()]) if (session.userId === userId) sessions.delete(id);
    },
    ticketFor(session) {
      for (const [old, { since }] of tickets) if (clock.now() - since > ticketLasts) tickets.delete(old);
      const ticket = secret();
      tickets.set(ticket, { ...session, since: clock.now() });
      return ticket;
    },
    redeem(ticket, instanceId) {
      const session = tickets.get(ticket);
      if (session?.instanceId !== instanceId || clock.now() - session.since > ticketLasts) return undefined;
      return begin(session);
    },
  };
}
