import type { Reason } from '@atlas-engine/domain';

/** How often a failed step is tried again: `NEVER`, or for about as long as the cause usually lasts. */
export type Persistence = 'NEVER' | 'MINUTES' | 'HOUR';

interface ErrorRule {
  /** Why a request is parked when trying again did not help. */
  readonly reason: Reason;
  readonly retry: Persistence;
}

/**
 * Every error name that a step may fail with and that the workflow tells from others. The names are the contract
 * with the functions; whatever is not here is tried again for minutes and then parked as `WORKFLOW_ERROR`.
 */
export const workflowErrors = {
  SalesforceUnavailableError: { reason: 'CRM_UNAVAILABLE', retry: 'HOUR' },
  SalesforceTimeoutError: { reason: 'CRM_UNAVAILABLE', retry: 'HOUR' },
  SalesforceLimitError: { reason: 'CRM_UNAVAILABLE', retry: 'HOUR' },
  SalesforceLockError: { reason: 'CRM_UNAVAILABLE', retry: 'HOUR' },
  SalesforceResponseError: { reason: 'CRM_UNAVAILABLE', retry: 'HOUR' },
  SalesforceAuthError: { reason: 'CRM_CREDENTIALS', retry: 'NEVER' },
  ConfigurationError: { reason: 'CRM_CREDENTIALS', retry: 'NEVER' },
  SalesforceValidationError: { reason: 'CRM_REJECTED', retry: 'NEVER' },
  SalesforceNotFoundError: { reason: 'CRM_REJECTED', retry: 'NEVER' },
  SalesforceDuplicateError: { reason: 'CRM_REJECTED', retry: 'NEVER' },
  InvalidEventError: { reason: 'WORKFLOW_ERROR', retry: 'NEVER' },
  StoredItemError: { reason: 'WORKFLOW_ERROR', retry: 'NEVER' },
  RecordNotFoundError: { reason: 'WORKFLOW_ERROR', retry: 'NEVER' },
  RequestMissingError: { reason: 'WORKFLOW_ERROR', retry: 'NEVER' },
  CallMismatchError: { reason: 'WORKFLOW_ERROR', retry: 'NEVER' },
  StoreRefusedError: { reason: 'WORKFLOW_ERROR', retry: 'NEVER' },
  ServiceRefusedError: { reason: 'WORKFLOW_ERROR', retry: 'NEVER' },
  StoreUnavailableError: { reason: 'WORKFLOW_ERROR', retry: 'MINUTES' },
  StoreContentionError: { reason: 'WORKFLOW_ERROR', retry: 'MINUTES' },
  ServiceUnavailableError: { reason: 'WORKFLOW_ERROR', retry: 'MINUTES' },
  TokenContentionError: { reason: 'WORKFLOW_ERROR', retry: 'MINUTES' },
  'States.QueryEvaluationError': { reason: 'WORKFLOW_ERROR', retry: 'NEVER' },
  'States.Permissions': { reason: 'WORKFLOW_ERROR', retry: 'NEVER' },
  'Lambda.ServiceException': { reason: 'WORKFLOW_ERROR', retry: 'MINUTES' },
  'Lambda.AWSLambdaException': { reason: 'WORKFLOW_ERROR', retry: 'MINUTES' },
  'Lambda.SdkClientException': { reason: 'WORKFLOW_ERROR', retry: 'MINUTES' },
  'Lambda.TooManyRequestsException': { reason: 'WORKFLOW_ERROR', retry: 'MINUTES' },
  'Lambda.Unknown': { reason: 'WORKFLOW_ERROR', retry: 'MINUTES' },
  'Sandbox.Timedout': { reason: 'WORKFLOW_ERROR', retry: 'MINUTES' },
  'Runtime.ExitError': { reason: 'WORKFLOW_ERROR', retry: 'MINUTES' },
  'Runtime.OutOfMemory': { reason: 'WORKFLOW_ERROR', retry: 'MINUTES' },
} as const satisfies Readonly<Record<string, ErrorRule>>;
export type WorkflowErrorName = keyof typeof workflowErrors;

/** The reason of an error that no rule names. */
export const otherwise: Reason = 'WORKFLOW_ERROR';

/** The error names of one persistence. */
export const errorsTriedFor = (retry: Persistence): string[] =>
  Object.entries(workflowErrors).flatMap(([name, rule]) => (rule.retry === retry ? [name] : []));

/** Error name → reason, for the names that have a reason of their own. */
export const reasonsByError = (): Record<string, Reason> =>
  Object.fromEntries(
    Object.entries(workflowErrors).flatMap(([name, { reason }]) =>
      reason === otherwise ? [] : [[name, reason]],
    ),
  );
