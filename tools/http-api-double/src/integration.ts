import { AwsError, type WireResponse } from '@atlas-engine/aws-wire';
import type { DeployedRoute } from './api-directory.ts';
import type { HttpApisOptions, Invoked } from './http-apis.ts';
import type { JwtContext } from './jwt-authorizer.ts';
import { answerOf } from './lambda-answer.ts';
import { lambdaEvent } from './lambda-event.ts';
import type { Match } from './match-route.ts';
import { internalServerError, serviceUnavailable } from './refusal.ts';
import type { Visit } from './visit.ts';

/** Has a route's function answer. */
export type Call = (
  visit: Visit,
  match: Match<DeployedRoute>,
  jwt: JwtContext | undefined,
) => Promise<WireResponse>;

/** Calls functions, as long as API Gateway waits for them. */
export function createIntegration({ clock, region, accountId, invoke }: HttpApisOptions): Call {
  const inTime = async (invoked: Promise<Invoked>, milliseconds: number): Promise<Invoked | 'late'> => {
    const late = Promise.withResolvers<'late'>();
    const timer = clock.schedule(clock.now() + milliseconds, () => late.resolve('late'));
    // A function that is given up goes on; how it ends is nobody's matter then.
    invoked.catch(() => undefined);
    try {
      return await Promise.race([invoked, late.promise]);
    } finally {
      timer.cancel();
    }
  };

  const attempt = async (
    visit: Visit,
    { integration }: DeployedRoute,
    call: { readonly payload: string; readonly sourceArn: string },
  ) => {
    try {
      const invoked = invoke(integration.IntegrationUri, call.payload, call.sourceArn);
      return judged(await inTime(invoked, integration.TimeoutInMillis), visit);
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      visit.integrationStatus = error.status;
      visit.integrationError = error.code;
      // Lambda is out of capacity for the function; every other refusal is a fault of the configuration.
      return error.status === tooManyRequests ? serviceUnavailable() : internalServerError();
    }
  };

  return async (visit, { route, parameters }, jwt) => {
    const { api, request, requestId } = visit;
    const began = clock.now();
    const source = {
      request,
      api,
      routeKey: route.key,
      parameters,
      requestId,
      accountId,
      region,
      now: began,
    };
    const response = await attempt(visit, route, {
      payload: JSON.stringify(lambdaEvent({ ...source, ...(jwt && { jwt }) })),
      sourceArn: `arn:aws:execute-api:${region}:${accountId}:${api.id}/$default/${arnPartOf(route.key)}`,
    });
    visit.integrationMilliseconds = clock.now() - began;
    return response;
  };
}

const tooManyRequests = 429;

/** A route in the ARN that the function's policy is asked about. */
function arnPartOf(routeKey: string): string {
  if (routeKey === '$default') return '*/$default';
  const [method = '', path = ''] = routeKey.split(' ');
  return `${method === 'ANY' ? '*' : method}${path}`;
}

function judged(result: Invoked | 'late', visit: Visit): WireResponse {
  if (result === 'late') {
    visit.integrationError = 'Integration timeout';
    return serviceUnavailable();
  }
  visit.integrationStatus = 200;
  if (result.functionError === undefined) return answerOf(result.payload);
  visit.integrationError = `The function failed: ${result.functionError}`;
  return internalServerError();
}
