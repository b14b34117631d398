import { isAtlasError } from '@atlas-engine/domain';
import { answerOf, type ApiAnswer, type Logger } from '@atlas-engine/function-kit';
import {
  type StartChatRequest,
  startChatRequestSchema,
  type StartChatResponse,
  startChatRoute,
} from '@atlas-engine/web-contracts';
import type { ApiEvent } from './api-event.ts';
import { ApiProblem } from './api-problem.ts';

type StartChat = (request: StartChatRequest) => Promise<StartChatResponse>;

/** Answers the API's one route, and makes answers of what goes wrong. Nothing of the request is logged. */
export const createAnswerRequest =
  (startChat: StartChat, logger: Pick<Logger, 'info' | 'error'>) =>
  async (event: ApiEvent): Promise<ApiAnswer> => {
    try {
      return answerOf(201, await startChat(readRequest(event)));
    } catch (error) {
      const problem = problemOf(error);
      const { status, code, message, field } = problem;
      if (problem === error) logger.info('refused', { status, code });
      else logger.error('failed', { status, code, error });
      return answerOf(status, { error: { code, message, ...(field === undefined ? {} : { field }) } });
    }
  };

function readRequest(event: ApiEvent): StartChatRequest {
  if (event.routeKey !== startChatRoute) throw new ApiProblem('ROUTE_NOT_FOUND', 'There is no such route.');
  const parsed = startChatRequestSchema.safeParse(jsonOf(event));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.path.join('.') || undefined;
  throw new ApiProblem(
    'INVALID_REQUEST',
    `${field ?? 'The body'}: ${issue?.message ?? 'is not valid'}`,
    field,
  );
}

function jsonOf({ body, isBase64Encoded }: ApiEvent): unknown {
  try {
    return JSON.parse(isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body) as unknown;
  } catch {
    throw new ApiProblem('INVALID_REQUEST', 'The body must be JSON.');
  }
}

function problemOf(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  if (!isAtlasError(error) || !error.retryable)
    return new ApiProblem('INTERNAL', 'This failed, and has been reported.');
  return error.code === 'CHATS_FULL'
    ? new ApiProblem('TOO_MANY_CHATS', 'All of our colleagues are busy. Try again in a moment.')
    : new ApiProblem('UNAVAILABLE', 'A service that is needed did not answer. Try again in a moment.');
}
