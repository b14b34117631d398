import type { WireRequest } from '@atlas-engine/aws-wire';

/** The cookie of a browser that is signed in, and the one that its sign-in form must repeat. */
export const sessionCookie = 'cognito';
export const formCookie = 'XSRF-TOKEN';

/** A cookie of a request; empty when it has none. */
export const cookieOf = ({ headers }: WireRequest, name: string): string => {
  const pairs = (headers['cookie'] ?? '').split(/;\s*/).map((pair) => pair.split('='));
  return pairs.find(([each]) => each === name)?.[1] ?? '';
};

/** `Secure` is left out: the local cloud speaks http. */
export const setCookie = (name: string, value: string, maxAge?: number): string =>
  `${name}=${value}; Path=/; HttpOnly; SameSite=Lax${maxAge === undefined ? '' : `; Max-Age=${String(maxAge)}`}`;
