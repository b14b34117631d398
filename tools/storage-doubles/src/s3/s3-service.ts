import {
  AwsError,
  newRequestId,
  notSupported,
  s3Error,
  type ServiceDouble,
  type WireRequest,
  type WireResponse,
} from '@atlas-engine/aws-wire';
import { bucketOperations } from './bucket-operations.ts';
import { verifySignedBody } from './checksum/verify-body.ts';
import { objectOperations } from './object-operations.ts';
import { readS3Request } from './s3-request.ts';
import { s3Refusal } from './s3-error.ts';
import type { S3Core } from './s3-core.ts';
import { operationOfS3 } from './s3-operation.ts';
import { uploadOperations } from './upload-operations.ts';

const withRequestId = (response: WireResponse): WireResponse => ({
  ...response,
  headers: { 'x-amz-request-id': newRequestId(), ...response.headers },
});

const checkOwner = ({ headers }: WireRequest, accountId: string): void => {
  if ((headers['x-amz-expected-bucket-owner'] ?? accountId) !== accountId)
    throw s3Refusal('AccessDenied', 403)('Access Denied: x-amz-expected-bucket-owner is not the owner');
};

/** An answer to HEAD has no body, not even an error's. */
const errorResponse = (error: AwsError, { method, path }: WireRequest): WireResponse => {
  const response = s3Error(error, path);
  return method === 'HEAD' ? { status: response.status, headers: { ...response.headers } } : response;
};

/** S3 on the wire, in path style. */
export const createS3Service = (core: S3Core): ServiceDouble => {
  const operations = {
    ...bucketOperations(core),
    ...objectOperations(core),
    ...uploadOperations(core),
  };
  const answer = (wire: WireRequest): WireResponse => {
    const operation = operationOfS3(wire);
    const perform = Object.hasOwn(operations, operation) ? operations[operation] : undefined;
    if (perform === undefined) throw notSupported('s3', `the operation ${operation}`);
    const request = readS3Request(wire);
    verifySignedBody(wire);
    checkOwner(request.wire, core.accountId);
    return withRequestId(perform(request));
  };
  return {
    service: 's3',
    operationOf: operationOfS3,
    handle: (wire) => new Promise((resolve) => resolve(answer(wire))),
    errorResponse,
    // The body of a recording or a template differs between runs, its key does not.
    faultKeyOf: ({ path }) => path,
    faultResponse: ({ kind }, wire) =>
      errorResponse(
        kind === 'throttle'
          ? new AwsError('SlowDown', 'Please reduce your request rate.', { status: 503 })
          : new AwsError('InternalError', 'We encountered an internal error. Please try again.', {
              status: 500,
            }),
        wire,
      ),
  };
};
