import { AwsError } from '@atlas-engine/aws-wire';

/** Errors of the service in its own words. */
export const errors = {
  invalidArn: (problem: string) => new AwsError('InvalidArn', `Invalid Arn: '${problem}'`),
  invalidName: (name: string) => new AwsError('InvalidName', `Invalid Name: '${name}'`),
  invalidToken: () => new AwsError('InvalidToken', "Invalid Token: 'Invalid token'"),
  validation: (message: string) => new AwsError('ValidationException', message),
  conflict: (message: string) => new AwsError('ConflictException', message),
  noStateMachine: (arn: string) =>
    new AwsError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`),
  noExecution: (arn: string) => new AwsError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`),
  noResource: (arn: string) => new AwsError('ResourceNotFound', `Resource not found: '${arn}'`),
  noReference: () => new AwsError('ResourceNotFound', 'Request references a resource that does not exist.'),
  deleting: (arn: string) => new AwsError('StateMachineDeleting', `State Machine is being deleted: '${arn}'`),
} as const;

/** A value outside its constraint, told as the service's front does. */
export const constraintError = (field: string, value: string | undefined, constraint: string): AwsError =>
  errors.validation(
    `1 validation error detected: Value ${value === undefined ? '' : `'${value}' `}at '${field}' failed to satisfy constraint: Member must ${constraint}`,
  );
