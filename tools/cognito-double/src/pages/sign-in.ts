import { randomBytes } from 'node:crypto';
import type { WireRequest, WireResponse } from '@atlas-engine/aws-wire';
import type { PoolContext } from '../user-pools/pool-context.ts';
import type { User } from '../user-pools/pool-directory.ts';
import type { Session } from '../user-pools/sign-ins.ts';
import { redirect } from './answers.ts';
import { type AuthorizationRequest, readAuthorization } from './authorization-request.ts';
import { cookieOf, formCookie, sessionCookie, setCookie } from './cookies.ts';
import { signInPage } from './sign-in-page.ts';

type Page = (request: WireRequest, poolId: string, context: PoolContext) => WireResponse;

const actionOf = ({ rawQuery = '' }: WireRequest): string => `/login?${rawQuery}`;

function sendBack(
  asked: AuthorizationRequest,
  session: Session,
  { context, cookies = [] }: { readonly context: PoolContext; readonly cookies?: readonly string[] },
): WireResponse {
  const { clientId, redirectUri, scopes, challenge, nonce, state } = asked;
  const code = context.signIns.giveCode({ clientId, redirectUri, scopes, challenge, nonce }, session);
  return redirect(redirectUri, { code, state }, cookies);
}

/** `GET /oauth2/authorize`: back at once with a code for a browser that is signed in, else to the sign-in page. */
export const authorize: Page = (request, poolId, context) => {
  const reading = readAuthorization(request.query, poolId, context);
  if (!reading.ok) return reading.answer;
  const { prompt, redirectUri, state } = reading.request;
  const session = context.signIns.session(cookieOf(request, sessionCookie));
  const usable = session?.poolId === poolId && prompt !== 'login' ? session : undefined;
  if (usable !== undefined) return sendBack(reading.request, usable, { context });
  if (prompt === 'none') return redirect(redirectUri, { error: 'login_required', state });
  return redirect(actionOf(request));
};

/** `GET /login` */
export const showSignIn: Page = (request, poolId, context) => {
  const reading = readAuthorization(request.query, poolId, context);
  if (!reading.ok) return reading.answer;
  return form(request, { username: request.query.get('login_hint') ?? '' });
};

function form(
  request: WireRequest,
  shown: { readonly username: string; readonly problem?: string },
): WireResponse {
  const token = randomBytes(18).toString('base64url');
  const page = signInPage({ action: actionOf(request), token, ...shown });
  return { ...page, cookies: [setCookie(formCookie, token)] };
}

const problems = {
  stale: 'The page was open for too long. Sign in again.',
  wrong: 'Incorrect username or password.',
  locked: 'Password attempts exceeded. Wait a moment before you try again.',
} as const;

/** Who has proved to be whom they say, or what the page says instead. */
function identify(
  request: WireRequest,
  poolId: string,
  { directory, passwords }: PoolContext,
): { readonly user: User } | { readonly username: string; readonly problem: keyof typeof problems } {
  const fields = new URLSearchParams(request.body.toString('utf8'));
  const username = fields.get('username') ?? '';
  const expected = cookieOf(request, formCookie);
  if (expected === '' || fields.get('_csrf') !== expected) return { username, problem: 'stale' };
  const user = directory.user(poolId, username);
  const key = `${poolId}/${username.toLowerCase()}`;
  const check = passwords(key, fields.get('password') ?? '', user !== undefined);
  if (check === 'right' && user !== undefined) return { user };
  return { username, problem: check === 'locked' ? 'locked' : 'wrong' };
}

/** `POST /login` */
export const signIn: Page = (request, poolId, context) => {
  const reading = readAuthorization(request.query, poolId, context);
  if (!reading.ok) return reading.answer;
  const identified = identify(request, poolId, context);
  if ('problem' in identified)
    return form(request, { username: identified.username, problem: problems[identified.problem] });
  const { username } = identified.user;
  const { id, session } = context.signIns.openSession({ poolId, username });
  return sendBack(reading.request, session, { context, cookies: [setCookie(sessionCookie, id)] });
};
