import type { ApiEvent } from './api-event.ts';
import { ApiProblem } from './api-problem.ts';

/**
 * The user name of who calls, from a token that the gateway has checked: an id token says `cognito:username`, an access
 * token `username`.
 *
 * @throws ApiProblem UNAUTHENTICATED when the token names nobody
 */
export function callerOf({ requestContext }: ApiEvent): string {
  const claims = requestContext.authorizer?.jwt.claims ?? {};
  const name = claims['cognito:username'] ?? claims['username'];
  if (typeof name === 'string' && name !== '') return name;
  throw new ApiProblem('UNAUTHENTICATED', 'The token names no agent. Sign in again.');
}
