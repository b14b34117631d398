import type { AwsError, WireRequest } from '@atlas-engine/aws-wire';
import { s3Refusal } from './s3-error.ts';

const required = ['Algorithm', 'Credential', 'Date', 'Expires', 'SignedHeaders', 'Signature'].map(
  (name) => `X-Amz-${name}`,
);
/** Seven days (S3 user guide, "Sharing objects with presigned URLs"). */
const longest = 604_800;

const malformed = (message: string): AwsError => s3Refusal('AuthorizationQueryParametersError', 400)(message);

const check = (query: URLSearchParams): void => {
  const missing = required.filter((name) => !query.has(name));
  if (missing.length > 0)
    throw malformed(`Query-string authentication version 4 requires the ${missing.join(', ')} parameters.`);
  const expires = Number(query.get('X-Amz-Expires'));
  if (!Number.isInteger(expires) || expires < 1 || expires > longest)
    throw malformed(`X-Amz-Expires must be a number of seconds from 1 to ${longest} (a week).`);
};

/**
 * Reads a presigned URL: what a signer has moved from the headers into the query becomes headers again.
 *
 * @throws AwsError AuthorizationQueryParametersError
 */
export const withPresignedHeaders = (wire: WireRequest): WireRequest => {
  if (!wire.query.has('X-Amz-Credential')) return wire;
  check(wire.query);
  const moved = [...wire.query].flatMap(([name, value]) => {
    const isHeader = /^x-amz-/i.test(name) && !required.includes(name);
    return isHeader ? [[name.toLowerCase(), value] as const] : [];
  });
  return { ...wire, headers: { ...Object.fromEntries(moved), ...wire.headers } };
};
