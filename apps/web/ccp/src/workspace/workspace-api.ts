import {
  agentDaySchema,
  agentWorkspacePaths,
  contactViewSchema,
  revealedNumberSchema,
  wrapUpResponseSchema,
  type AgentDay,
  type ContactView,
  type RevealedNumber,
  type WrapUpRequest,
  type WrapUpResponse,
} from '@atlas-engine/web-contracts';
import { createRequest, type RequestOptions } from './request.ts';

/**
 * The console's own server.
 *
 * @throws {WorkspaceError} by every method.
 */
export interface WorkspaceApi {
  readonly contact: (contactId: string) => Promise<ContactView>;
  /** Shows a number whole; the server writes down who saw it. */
  readonly revealNumber: (contactId: string) => Promise<RevealedNumber>;
  readonly saveWrapUp: (contactId: string, wrapUp: WrapUpRequest) => Promise<WrapUpResponse>;
  readonly day: (from: Date) => Promise<AgentDay>;
}

export function createWorkspaceApi(options: RequestOptions): WorkspaceApi {
  const request = createRequest(options);
  return {
    contact: (id) =>
      request({ method: 'GET', path: agentWorkspacePaths.contact(id), schema: contactViewSchema }),
    revealNumber: (id) =>
      request({ method: 'POST', path: agentWorkspacePaths.number(id), schema: revealedNumberSchema }),
    saveWrapUp: (id, body) =>
      request({ method: 'PUT', path: agentWorkspacePaths.wrapUp(id), schema: wrapUpResponseSchema, body }),
    day: (from) =>
      request({ method: 'GET', path: agentWorkspacePaths.day(from.toISOString()), schema: agentDaySchema }),
  };
}
