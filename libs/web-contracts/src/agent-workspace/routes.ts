/** The routes of the agent-workspace API, as API Gateway writes route keys. Each needs a token of the user pool. */
export const agentWorkspaceRoutes = {
  readContact: 'GET /api/contacts/{contactId}',
  revealNumber: 'POST /api/contacts/{contactId}/number',
  saveWrapUp: 'PUT /api/contacts/{contactId}/wrap-up',
  readDay: 'GET /api/me/day',
} as const;

/** Codes of the errors that agent-workspace answers with; the gateway before it has its own (`readApiError`). */
export const agentWorkspaceErrorCodes = [
  /** 400 */
  'INVALID_REQUEST',
  /** 401: the token does not name an agent. */
  'UNAUTHENTICATED',
  /** 403: the contact is, and was, another agent's. */
  'NOT_YOUR_CONTACT',
  /** 403: it is still offered, or Connect has not heard of the acceptance; ask again in a moment. */
  'CONTACT_NOT_ACCEPTED',
  /** 404 */
  'CONTACT_NOT_FOUND',
  'NUMBER_UNKNOWN',
  'ROUTE_NOT_FOUND',
  /** 409, with what is stored. */
  'REVISION_CONFLICT',
  /** 503: try again a little later. */
  'UNAVAILABLE',
  /** 500 */
  'INTERNAL',
] as const;
export type AgentWorkspaceErrorCode = (typeof agentWorkspaceErrorCodes)[number];

const contactPath = (contactId: string): string => `/contacts/${encodeURIComponent(contactId)}`;

/** Paths below `endpoints.api`. */
export const agentWorkspacePaths = {
  contact: contactPath,
  number: (contactId: string) => `${contactPath(contactId)}/number`,
  wrapUp: (contactId: string) => `${contactPath(contactId)}/wrap-up`,
  /** `from`: the start of the agent's day, ISO 8601 with an offset. */
  day: (from: string) => `/me/day?from=${encodeURIComponent(from)}`,
} as const;
