/** A message attribute as SQS takes it. Binary values are base64. */
export interface MessageAttribute {
  readonly DataType: string;
  readonly StringValue?: string;
  readonly BinaryValue?: string;
}

export interface DeliveryOptions {
  readonly from: 'sns' | 'events';
  /** ARN of the subscription or the rule on whose behalf it is delivered: the `aws:SourceArn` of the call. */
  readonly sourceArn: string;
  /** The role that the target names, if it does. */
  readonly roleArn?: string;
  /** For a queue. */
  readonly messageAttributes?: Readonly<Record<string, MessageAttribute>>;
  readonly messageGroupId?: string;
  readonly messageDeduplicationId?: string;
}

/**
 * How SNS and EventBridge reach a target: the host's port.
 *
 * A queue, a topic and a log group get their message as a string; a function, a state machine and an event bus a
 * JSON value. Resolves once the target has accepted it durably; rejects with {@link DeliveryRefusedError} when a
 * repeat can not help, with anything else when it can.
 */
export type Deliver = (targetArn: string, payload: unknown, options: DeliveryOptions) => Promise<void>;

/** A delivery that no repeat can help: it goes to the dead-letter queue at once. */
export class DeliveryRefusedError extends Error {
  override readonly name = 'DeliveryRefusedError';
  readonly code: 'NO_PERMISSIONS' | 'NO_RESOURCE';

  constructor(code: 'NO_PERMISSIONS' | 'NO_RESOURCE', message: string) {
    super(message);
    this.code = code;
  }
}

const noPermission = new Set([
  'AccessDenied',
  'AccessDeniedException',
  'AuthorizationError',
  'AuthorizationErrorException',
  'KMSAccessDeniedException',
]);
const noResource = new Set([
  'AWS.SimpleQueueService.NonExistentQueue',
  'NotFound',
  'NotFoundException',
  'QueueDoesNotExist',
  'ResourceNotFoundException',
  'StateMachineDoesNotExist',
]);

const throttling = /Throttl|TooManyRequests|LimitExceeded|SlowDown/;

/** The ERROR_CODE of a failed delivery, as EventBridge writes it to a dead-letter queue. */
export type DeliveryErrorCode = 'NO_PERMISSIONS' | 'NO_RESOURCE' | 'THROTTLING' | 'SDK_CLIENT_ERROR';

const codeOf = (error: unknown): string => {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return String(error.code);
};

/** Tells why a delivery failed from the error's `code`, whatever its class. */
export const deliveryErrorCode = (error: unknown): DeliveryErrorCode => {
  const code = codeOf(error);
  if (code === 'NO_PERMISSIONS' || noPermission.has(code)) return 'NO_PERMISSIONS';
  if (code === 'NO_RESOURCE' || noResource.has(code)) return 'NO_RESOURCE';
  return throttling.test(code) ? 'THROTTLING' : 'SDK_CLIENT_ERROR';
};

const isClientFault = (error: unknown): boolean => {
  if (typeof error !== 'object' || error === null || !('status' in error)) return false;
  return typeof error.status === 'number' && error.status >= 400 && error.status < 500;
};

/** Whether a repeat of the delivery can not help: the target is not there, not allowed, or refuses what it gets. */
export const isRefused = (error: unknown): boolean => {
  const code = deliveryErrorCode(error);
  return (
    code === 'NO_PERMISSIONS' || code === 'NO_RESOURCE' || (code !== 'THROTTLING' && isClientFault(error))
  );
};
