import { AwsError } from '@atlas-engine/aws-wire';

/** A resource could not be brought to where its template wants it. */
export class StepFailure extends Error {
  override readonly name = 'StepFailure';
  readonly logicalId: string;
  readonly did: 'create' | 'update' | 'delete';

  constructor(logicalId: string, did: 'create' | 'update' | 'delete', reason: string) {
    super(reason);
    this.logicalId = logicalId;
    this.did = did;
  }
}

/** A failure as the events of a stack tell it. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code =
    error instanceof AwsError ? (handlerCodes[error.code] ?? 'GeneralServiceException') : 'InternalFailure';
  return `Resource handler returned message: "${error.message}" (HandlerErrorCode: ${code})`;
}

const handlerCodes: Readonly<Record<string, string>> = {
  AlreadyExists: 'AlreadyExists',
  ValidationError: 'InvalidRequest',
  ValidationException: 'InvalidRequest',
  InvalidParameterValueException: 'InvalidRequest',
  ResourceNotFoundException: 'NotFound',
  AccessDenied: 'AccessDenied',
  AccessDeniedException: 'AccessDenied',
};
