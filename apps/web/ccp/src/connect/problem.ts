/** Why there is no working connection to Amazon Connect; each has its explanation in `explanations`. */
export type ConnectProblem =
  | 'sign-in-needed'
  | 'popup-blocked'
  | 'storage-blocked'
  | 'session-ended'
  | 'access-denied'
  | 'unreachable'
  | 'retries-exhausted';

/** What the agent can do about it: the console offers exactly these. */
export type WayOut = 'open-sign-in' | 'reload' | 'allow-storage' | 'sign-in-again';

export interface Explanation {
  readonly title: string;
  readonly text: string;
  readonly ways: readonly WayOut[];
}

export const explanations: Readonly<Record<ConnectProblem, Explanation>> = {
  'sign-in-needed': {
    title: 'Sign in to Amazon Connect',
    text: 'The softphone has no session yet. Sign in in the window that opens; this page goes on by itself.',
    ways: ['open-sign-in'],
  },
  'popup-blocked': {
    title: 'The sign-in window was blocked',
    text: 'Your browser did not let the sign-in window open. Allow pop-up windows for this site, then try again.',
    ways: ['open-sign-in', 'reload'],
  },
  'storage-blocked': {
    title: 'The browser blocks the softphone’s cookies',
    text: 'Amazon Connect keeps its session in cookies of its own site. Allow third-party cookies for it, then load this page again.',
    ways: ['allow-storage', 'reload'],
  },
  'session-ended': {
    title: 'Your Amazon Connect session has ended',
    text: 'You were signed out, here or in another window. Contacts that you had are kept; sign in again to find them.',
    ways: ['sign-in-again'],
  },
  'access-denied': {
    title: 'You have no access to the softphone',
    text: 'Amazon Connect knows you, but your security profile lacks “Access Contact Control Panel”, or this site is not an approved origin. Ask your administrator.',
    ways: ['reload'],
  },
  unreachable: {
    title: 'Amazon Connect does not answer',
    text: 'The softphone did not load. Check your network; the console keeps trying.',
    ways: ['open-sign-in', 'reload'],
  },
  'retries-exhausted': {
    title: 'The softphone could not be started',
    text: 'It was tried several times. Check your network and that you are signed in to Amazon Connect, then load this page again.',
    ways: ['reload', 'open-sign-in'],
  },
};
