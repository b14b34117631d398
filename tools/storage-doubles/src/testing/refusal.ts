import { AwsError } from '@atlas-engine/aws-wire';

/** The code of the AwsError that an action throws; undefined when it throws none. */
export const refusalOf = (action: () => unknown): string | undefined => {
  try {
    action();
    return undefined;
  } catch (error) {
    if (error instanceof AwsError) return error.code;
    throw error;
  }
};
