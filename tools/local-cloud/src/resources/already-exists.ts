import { AwsError } from '@atlas-engine/aws-wire';

/** The refusal of a resource whose name is used. */
export const alreadyExists = (message: string): AwsError => new AwsError('AlreadyExists', message);
