import { AwsError } from '@atlas-engine/aws-wire';
import type { Call } from './call.ts';

/**
 * Reads the parameters of a path such as `/contacts/{InstanceId}/{ContactId}`.
 *
 * @throws AwsError ValidationException when the path is another
 */
export const pathParameters = ({ path }: Call, template: string): readonly string[] => {
  const pattern = new RegExp(`^${template.replace(/\{\w+\}/g, '([^/]+)')}/?$`);
  const found = pattern.exec(path)?.slice(1);
  if (found === undefined) throw new AwsError('ValidationException', `path: must be ${template}`);
  return found.map(decodeURIComponent);
};
