import { AwsError } from '@atlas-engine/aws-wire';

/** How an invocation is made: waited for, queued, or only checked. */
export type InvocationType = 'RequestResponse' | 'Event' | 'DryRun';

/** Largest payload that is waited for, in bytes (Lambda quotas: 6 MB). */
export const largestSyncPayload = 6_291_456;

/** Largest payload of an event by default, in bytes; AWS has allowed 1,048,576 since January 2026. */
export const defaultAsyncPayload = 262_144;

/**
 * The payload as the function gets it: `{}` when the caller gives none.
 *
 * @throws AwsError RequestTooLargeException, InvalidRequestContentException.
 */
export const checkedPayload = (payload: string, type: InvocationType, asyncLimit: number): string => {
  if (payload === '') return '{}';
  const limit = type === 'Event' ? asyncLimit : largestSyncPayload;
  const size = Buffer.byteLength(payload);
  if (size > limit)
    throw new AwsError(
      'RequestTooLargeException',
      `${size} byte payload is too large for the ${type} invocation type (limit ${limit} bytes)`,
      { status: 413, members: { Type: 'User' } },
    );
  try {
    JSON.parse(payload);
  } catch {
    throw new AwsError('InvalidRequestContentException', 'Could not parse request body into json', {
      members: { Type: 'User' },
    });
  }
  return payload;
};
