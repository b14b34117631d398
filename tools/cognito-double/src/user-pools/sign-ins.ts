import { createHash, randomBytes } from 'node:crypto';
import type { Collection, StateStore } from '@atlas-engine/simulation';

/** What a browser asked for when it was sent to the sign-in page. */
export interface Asked {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly challenge: string;
  readonly nonce?: string | undefined;
}

/** Who signed in, and when. Times are epoch milliseconds. */
export interface Session {
  readonly poolId: string;
  readonly username: string;
  readonly at: number;
}

interface Expiring {
  readonly expiresAt: number;
}
type Code = Asked & Session;
/** A sign-in that can be renewed. */
export interface Renewal extends Session {
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly originId: string;
}

/** Seconds. Source: Cognito developer guide: a code is valid for 5 minutes, a browser's session for an hour. */
const codeSeconds = 300;
const sessionSeconds = 3600;

/** Codes, sessions of browsers and refresh tokens. Each has an unguessable name, of which only the hash is kept. */
export interface SignIns {
  openSession(session: Omit<Session, 'at'>): { readonly id: string; readonly session: Session };
  session(id: string): Session | undefined;
  endSession(id: string): void;
  giveCode(asked: Asked, session: Session): string;
  /** A code can be spent once. */
  spendCode(code: string): Code | undefined;
  giveRefreshToken(renewal: Renewal, seconds: number): string;
  renewal(refreshToken: string): Renewal | undefined;
  /** Ends a sign-in: its refresh token is void, and what was made with it is not told about any more. */
  revoke(refreshToken: string): void;
  isRevoked(originId: string): boolean;
}

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

export function createSignIns(store: StateStore, now: () => number): SignIns {
  const codes = store.collection<Code & Expiring>('cognito/codes');
  const sessions = store.collection<Session & Expiring>('cognito/sessions');
  const renewals = store.collection<Renewal & Expiring>('cognito/refresh-tokens');
  const revoked = store.collection<Expiring>('cognito/revoked');

  const keep = <T>(collection: Collection<T & Expiring>, value: T, seconds: number): string => {
    for (const [key, { expiresAt }] of [...collection.entries()])
      if (expiresAt <= now()) collection.delete(key);
    const secret = randomBytes(32).toString('base64url');
    collection.set(hashOf(secret), { ...value, expiresAt: now() + seconds * 1000 });
    return secret;
  };
  const valid = <T>(collection: Collection<T & Expiring>, secret: string): T | undefined => {
    const found = collection.get(hashOf(secret));
    return found !== undefined && found.expiresAt > now() ? found : undefined;
  };

  return {
    openSession(who) {
      const session = { ...who, at: now() };
      return { id: keep<Session>(sessions, session, sessionSeconds), session };
    },
    session: (id) => valid<Session>(sessions, id),
    endSession: (id) => void sessions.delete(hashOf(id)),
    giveCode: (asked, session) => keep<Code>(codes, { ...asked, ...session }, codeSeconds),
    spendCode(code) {
      const found = valid<Code>(codes, code);
      codes.delete(hashOf(code));
      return found;
    },
    giveRefreshToken: (renewal, seconds) => keep<Renewal>(renewals, renewal, seconds),
    renewal: (token) => valid<Renewal>(renewals, token),
    revoke(token) {
      const found = renewals.get(hashOf(token));
      if (found === undefined) return;
      renewals.delete(hashOf(token));
      revoked.set(found.originId, { expiresAt: found.expiresAt });
    },
    isRevoked: (originId) => revoked.has(originId),
  };
}
