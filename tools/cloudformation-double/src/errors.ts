import { AwsError } from '@atlas-engine/aws-wire';

/** CloudFormation's one error for most of what is wrong. */
export const validationError = (message: string): AwsError => new AwsError('ValidationError', message);

export const noSuchStack = (nameOrArn: string): AwsError =>
  validationError(`Stack with id ${nameOrArn} does not exist`);

export const noSuchChangeSet = (name: string): AwsError =>
  new AwsError('ChangeSetNotFound', `ChangeSet [${name}] does not exist`, { status: 404 });

/** The refusal of an operation that the state of a stack does not allow. */
export const wrongState = (
  { id, status }: { readonly id: string; readonly status: string },
  participle: string,
): AwsError => validationError(`Stack:${id} is in ${status} state and can not be ${participle}.`);

/** What the update of a stack answers when there is nothing to do. */
export const noUpdates = (): AwsError => validationError('No updates are to be performed.');
