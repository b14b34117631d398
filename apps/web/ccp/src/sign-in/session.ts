import { UserManager, WebStorageStateStore, type User } from 'oidc-client-ts';
import { createStore, type Store } from '../store.ts';
import { WorkspaceError } from '../workspace/workspace-error.ts';

export interface SessionPlace {
  readonly issuer: string;
  readonly clientId: string;
  /** Of the hosted pages. */
  readonly signIn: string;
  /** Where they send the browser back to. */
  readonly signedIn: string;
}

/** Who the agent is for our own server; Amazon Connect has its own session. */
export interface Session {
  readonly state: Store<'valid' | 'expired'>;
  /** `cognito:username`, the same as in Connect. */
  readonly agent: string;
  /** The ID token: the claim `cognito:username` is in no other. @throws {WorkspaceError} `SESSION_EXPIRED`. */
  readonly token: (renewed: boolean) => Promise<string>;
  /** In a window of its own, so that a call goes on. @throws {WorkspaceError} `POPUP_BLOCKED`. */
  readonly signInAgain: () => Promise<void>;
  readonly signOut: () => Promise<void>;
}

/** Name of the window for a renewed sign-in. */
const popupName = 'atlas-sign-in';

/**
 * Finds the agent's session, finishes a sign-in that comes back, or begins one.
 *
 * @returns undefined when this page is on its way to the sign-in, or is the window of one that is done.
 */
export async function startSession(place: SessionPlace, here: Location): Promise<Session | undefined> {
  const manager = managerOf(place);
  const query = new URLSearchParams(here.search);
  const comesBack = query.has('state') && (query.has('code') || query.has('error'));
  if (comesBack && window.name.startsWith(popupName)) {
    await manager.signinPopupCallback();
    return undefined;
  }
  const user = comesBack ? await finish(manager, here) : await find(manager);
  if (user === null) await manager.signinRedirect();
  return user === null ? undefined : sessionOf(manager, user, place);
}

async function finish(manager: UserManager, here: Location): Promise<User> {
  const user = await manager.signinRedirectCallback();
  window.history.replaceState(null, '', here.pathname);
  return user;
}

async function find(manager: UserManager): Promise<User | null> {
  const user = await manager.getUser();
  return user?.expired === true ? renew(manager) : user;
}

const managerOf = ({ issuer, clientId, signedIn }: SessionPlace) =>
  new UserManager({
    authority: issuer,
    client_id: clientId,
    redirect_uri: signedIn,
    popup_redirect_uri: signedIn,
    popupWindowTarget: popupName,
    popupWindowFeatures: { width: 480, height: 640 },
    scope: 'openid profile',
    response_type: 'code',
    // Of this tab only, and gone with it; a reload in mid-call finds it.
    userStore: new WebStorageStateStore({ store: window.sessionStorage }),
    automaticSilentRenew: true,
    requestTimeoutInSeconds: 10,
  });

const renew = (manager: UserManager): Promise<User | null> => manager.signinSilent().catch(() => null);

function sessionOf(manager: UserManager, first: User, place: SessionPlace): Session {
  const state = createStore<'valid' | 'expired'>('valid');
  manager.events.addUserLoaded(() => {
    state.set('valid');
  });
  manager.events.addAccessTokenExpired(() => {
    state.set('expired');
  });
  const expired = () => {
    state.set('expired');
    return new WorkspaceError('SESSION_EXPIRED', 'Your sign-in has expired.');
  };
  return {
    state,
    agent: agentOf(first),
    token: async (renewed) => {
      const user = renewed ? await renew(manager) : await manager.getUser();
      const token = user?.expired === true ? undefined : user?.id_token;
      if (token === undefined) throw expired();
      return token;
    },
    signInAgain: async () => {
      const user = await manager.signinPopup().catch(() => null);
      if (user === null)
        throw new WorkspaceError('POPUP_BLOCKED', 'The sign-in window was closed or blocked.');
      state.set('valid');
    },
    signOut: async () => {
      await manager.removeUser();
      const query = new URLSearchParams({ client_id: place.clientId, logout_uri: place.signedIn });
      window.location.assign(`${place.signIn}/logout?${query.toString()}`);
    },
  };
}

const agentOf = ({ profile }: User): string => {
  const name = profile['cognito:username'];
  return typeof name === 'string' ? name : profile.sub;
};
