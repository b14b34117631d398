import { isAtlasError } from '@atlas-engine/domain';
import { answerOf, type ApiAnswer, type Logger } from '@atlas-engine/function-kit';
import type { ApiEvent } from './api-event.ts';
import { ApiProblem } from './api-problem.ts';
import { callerOf } from './caller.ts';

/** A request of an agent, as the routes see it. */
export interface AgentRequest {
  readonly userName: string;
  /** Of the path; empty where it has none. */
  readonly contactId: string;
  readonly event: ApiEvent;
}

/** Answers with the body of a 200. @throws ApiProblem for what the agent is told */
export type Route = (request: AgentRequest) => Promise<unknown>;

/** Leads requests to their routes, by API Gateway's route key, and makes answers of what goes wrong. */
export function createAnswerRequest(routes: Readonly<Record<string, Route>>, logger: Logger) {
  const answer = async (event: ApiEvent): Promise<unknown> => {
    const route = Object.hasOwn(routes, event.routeKey) ? routes[event.routeKey] : undefined;
    if (route === undefined) throw new ApiProblem('ROUTE_NOT_FOUND', 'There is no such route.');
    const contactId = event.pathParameters['contactId'] ?? '';
    return route({ userName: callerOf(event), contactId, event });
  };

  return async (event: ApiEvent): Promise<ApiAnswer> => {
    try {
      return answerOf(200, await answer(event));
    } catch (error) {
      const problem = problemOf(error);
      const fields = { route: event.routeKey, status: problem.status, code: problem.code };
      if (problem === error) logger.info('refused', fields);
      else logger.error('failed', { ...fields, error });
      return answerOf(problem.status, bodyOf(problem));
    }
  };
}

const bodyOf = ({ code, message, field, body }: ApiProblem) => ({
  error: { code, message, ...(field === undefined ? {} : { field }) },
  ...body,
});

function problemOf(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  return isAtlasError(error) && error.retryable
    ? new ApiProblem('UNAVAILABLE', 'A service that is needed did not answer. Try again in a moment.')
    : new ApiProblem('INTERNAL', 'This failed, and has been reported.');
}
