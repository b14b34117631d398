import { AwsError } from './aws-error.ts';
import type { RefusingFault } from './wire.ts';

const failed = 'A planned fault of the local cloud: the server failed';
const throttled = 'A planned fault of the local cloud: the rate is exceeded';

/** The error that stands for a planned fault; `throttleStatus` is 400, but 429 for REST-JSON and 503 for S3. */
export const plannedError = (fault: RefusingFault, service: string, throttleStatus = 400): AwsError => {
  if (fault.kind === 'server-error') return new AwsError('InternalServerError', failed, { status: 500 });
  if (service === 's3') return new AwsError('SlowDown', throttled, { status: 503 });
  return new AwsError('ThrottlingException', throttled, { status: throttleStatus });
};
