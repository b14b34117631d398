/** How the contact control panel's API fails. Source: the error types of the library's CTI model. */
export type AgentCallErrorType =
  | 'AccessDeniedException'
  | 'BadEndpointException'
  | 'InvalidConfigurationException'
  | 'InvalidStateException'
  | 'QuotaExceededException'
  | 'ResourceNotFoundException'
  | 'ValidationException';

/** A call of the control panel that the service refuses. */
export class AgentCallError extends Error {
  readonly type: AgentCallErrorType;

  constructor(type: AgentCallErrorType, message: string) {
    super(message);
    this.name = type;
    this.type = type;
  }
}

export const invalidState = (message: string): AgentCallError =>
  new AgentCallError('InvalidStateException', message);
