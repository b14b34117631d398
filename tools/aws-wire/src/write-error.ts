import type { AwsError } from './aws-error.ts';
import { jsonError, queryError, restJsonError, s3Error } from './responses.ts';
import type { ServiceDouble, WireRequest, WireResponse } from './wire.ts';

const looksLikeQuery = ({ headers }: WireRequest): boolean =>
  (headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');

/**
 * Writes an error as the caller's protocol wants it: by the service's own writer, else by what the request shows.
 *
 * A query or S3 client can not read a JSON error.
 */
export const writeError = (error: AwsError, request: WireRequest, service?: ServiceDouble): WireResponse => {
  if (service?.errorResponse) return service.errorResponse(error, request);
  if (request.scope?.service === 's3') return s3Error(error, request.path);
  if (request.headers['x-amz-target'] !== undefined)
    return jsonError(error, request.headers['content-type'] ?? 'application/x-amz-json-1.0');
  return looksLikeQuery(request) ? queryError(error) : restJsonError(error);
};
