import type { WireRequest, WireResponse } from '@atlas-engine/aws-wire';
import type { DeployedApi, DeployedRoute } from './api-directory.ts';
import { preflightOf, withOrigin } from './cross-origin.ts';
import type { HttpApisOptions } from './http-apis.ts';
import { createIntegration } from './integration.ts';
import { authorizeByToken } from './jwt-authorizer.ts';
import { matchRoute } from './match-route.ts';
import { recordVisit } from './record-visit.ts';
import { forbidden, notFound, tooLarge, tooManyRequests, unauthorized } from './refusal.ts';
import { createThrottle } from './throttle.ts';
import type { Visit } from './visit.ts';

/** Bytes of a request's body. Source: quotas of HTTP APIs. */
const largestBody = 10 * 1024 * 1024;

/** Answers requests to an API, or to none. */
export type Answering = (
  api: DeployedApi | undefined,
  request: WireRequest,
  requestId: string,
) => Promise<WireResponse>;

export function createAnswering(options: HttpApisOptions): Answering {
  const { clock } = options;
  const throttle = createThrottle(() => clock.now());
  const call = createIntegration(options);

  const authorized = async (visit: Visit, { authorizer, scopes }: DeployedRoute) => {
    if (authorizer === undefined) return {};
    const bearer = { header: visit.request.headers['authorization'], now: clock.now() };
    const decision = await authorizeByToken({ authorizer, scopes }, bearer, options.keysOf);
    if (decision.ok) return { jwt: decision.jwt };
    visit.authorizerError = decision.reason;
    const headers = { 'www-authenticate': decision.challenge };
    return { refusal: decision.status === 403 ? forbidden(headers) : unauthorized(headers) };
  };

  const answer = async (visit: Visit): Promise<WireResponse> => {
    const { api, request } = visit;
    if (request.body.length > largestBody) return tooLarge();
    const match = matchRoute(api.routes, request.method, request.path);
    if (match === undefined) return notFound();
    visit.route = match.route.key;
    if (!throttle.admits(api, match.route.key)) return tooManyRequests();
    const { refusal, jwt } = await authorized(visit, match.route);
    return refusal ?? call(visit, match, jwt);
  };

  return async (api, request, requestId) => {
    if (api === undefined) return notFound();
    const visit: Visit = { api, request, requestId, began: clock.now() };
    const cors = api.api.CorsConfiguration;
    const response = preflightOf(cors, request) ?? withOrigin(cors, request, await answer(visit));
    recordVisit(visit, response, options);
    return response;
  };
}
