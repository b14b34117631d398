import { AwsError } from '@atlas-engine/aws-wire';

/** The refusal of an event pattern, with the path of the member at fault. */
export const invalidPattern = (reason: string, path: readonly string[] = []): AwsError => {
  const where = path.length === 0 ? '' : ` at ${path.join('.')}`;
  return new AwsError(
    'InvalidEventPatternException',
    `Event pattern is not valid. Reason: ${reason}${where}`,
  );
};
