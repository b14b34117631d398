import type { WireRequest, WireResponse } from '@atlas-engine/aws-wire';
import type { PoolContext } from '../user-pools/pool-context.ts';
import { redirect } from './answers.ts';
import { cookieOf, sessionCookie, setCookie } from './cookies.ts';

/**
 * `GET /logout`: ends the browser's session and goes to `logout_uri`, or back to sign in with the parameters of
 * `/oauth2/authorize`.
 */
export function signOut(
  request: WireRequest,
  poolId: string,
  { directory, signIns, urlOf }: PoolContext,
): WireResponse {
  const { query } = request;
  const clientId = query.get('client_id') ?? '';
  const client = directory.client(clientId);
  if (client?.UserPoolId !== poolId)
    return redirect('/error', {
      error: `Client ${clientId.slice(0, 40)} does not exist.`,
      client_id: clientId,
    });
  signIns.endSession(cookieOf(request, sessionCookie));
  const gone = [setCookie(sessionCookie, '', 0)];
  const logoutUri = query.get('logout_uri');
  if (logoutUri === null) return redirect(`/oauth2/authorize?${request.rawQuery ?? ''}`, {}, gone);
  if (client.LogoutURLs.map(urlOf).includes(logoutUri)) return redirect(logoutUri, {}, gone);
  return redirect('/error', { error: 'redirect_mismatch', client_id: clientId }, gone);
}
