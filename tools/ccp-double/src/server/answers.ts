import { AwsError, type WireRequest, type WireResponse } from '@atlas-engine/aws-wire';

const cookieName = 'connect-session';

/** `frame-ancestors` is how Amazon Connect lets approved origins alone embed the panel. */
const policyFor = (origins: readonly string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    'img-src data:',
    "form-action 'self'",
    `frame-ancestors ${["'self'", ...origins].join(' ')}`,
  ].join('; ');

export const html = (body: string, origins: readonly string[], status = 200): WireResponse => ({
  status,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policyFor(origins),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  },
  body,
});

export const json = (body: unknown, status = 200): WireResponse => ({
  status,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  body: JSON.stringify(body),
});

export const asset = (body: string, contentType: string): WireResponse => ({
  status: 200,
  headers: { 'content-type': contentType, 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' },
  body,
});

export const redirect = (location: string, session?: string): WireResponse => ({
  status: 303,
  headers: { location, 'cache-control': 'no-store' },
  ...(session === undefined ? {} : { cookies: [sessionCookie(session)] }),
});

/**
 * Kept apart for each embedding site, since browsers refuse cookies of an embedded page otherwise; loopback addresses
 * may have secure cookies without TLS.
 */
export const sessionCookie = (value: string): string =>
  `${cookieName}=${value}; Path=/; HttpOnly; SameSite=None; Secure; Partitioned`;

/** The session that a browser names, empty when it has ended it. */
export function sessionOf({ headers }: WireRequest): string | undefined {
  const pairs = (headers['cookie'] ?? '').split(/;\s*/).map((pair) => pair.split('='));
  return pairs.find(([name]) => name === cookieName)?.[1];
}

/** The body of a request. @throws AwsError 400 when it is no JSON */
export function bodyOf({ body }: WireRequest): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new AwsError('BadRequest', 'The body must be JSON', { status: 400 });
  }
}
