import { AwsError } from './aws-error.ts';
import type { SigningScope } from './wire.ts';

const refuse = (message: string): AwsError =>
  new AwsError('IncompleteSignatureException', message, { status: 400 });

const scopeOfCredential = (credential: string): SigningScope => {
  const parts = credential.split('/');
  const [accessKeyId, , region, service, end] = parts;
  if (parts.length !== 5 || end !== 'aws4_request' || !accessKeyId || !region || !service)
    throw refuse('Credential must be accessKeyId/date/region/service/aws4_request');
  return { accessKeyId, region, service };
};

/**
 * Reads the SigV4 signing scope from the Authorization header, or from the query of a presigned URL.
 *
 * Gives undefined for a request that is not signed (also one with another scheme, e.g. Bearer). The signature
 * itself is not verified.
 *
 * @throws AwsError IncompleteSignatureException when a SigV4 credential is malformed or asymmetric.
 */
export const signingScopeOf = (
  headers: Readonly<Record<string, string>>,
  query: URLSearchParams,
): SigningScope | undefined => {
  const authorization = headers['authorization'] ?? '';
  if (authorization.startsWith('AWS4-ECDSA'))
    throw refuse('AWS4-ECDSA-P256-SHA256 is not supported by the local cloud: sign with AWS4-HMAC-SHA256');
  if (!authorization.startsWith('AWS4-')) {
    const presigned = query.get('X-Amz-Credential');
    return presigned === null ? undefined : scopeOfCredential(presigned);
  }
  const credential = /[\s,]Credential=([^,\s]+)/.exec(authorization)?.[1];
  if (credential === undefined) throw refuse("Authorization header requires 'Credential' parameter");
  return scopeOfCredential(credential);
};
