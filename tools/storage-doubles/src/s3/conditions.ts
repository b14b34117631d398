import { noSuchKey, notImplemented, preconditionFailed } from './s3-error.ts';
import { unquoted, type StoredObject } from './stored-object.ts';

type Headers = Readonly<Record<string, string>>;

const names = (tags: string, etag: string): boolean =>
  tags.split(',').some((tag) => unquoted(tag) === '*' || unquoted(tag) === etag);

/** Seconds: what an HTTP date can tell. */
const secondsOf = (date: string | undefined): number | undefined => {
  const time = Date.parse(date ?? '');
  return Number.isNaN(time) ? undefined : Math.floor(time / 1000);
};

/** Whether a reader's conditions allow the answer, which a prefix of their names tells apart for a copy's source. */
export type Verdict = 'met' | 'not-modified' | 'failed';

const neededVerdict = (object: StoredObject, header: (name: string) => string | undefined): Verdict => {
  const match = header('if-match');
  if (match !== undefined) return names(match, object.etag) ? 'met' : 'failed';
  const since = secondsOf(header('if-unmodified-since'));
  return since !== undefined && Math.floor(object.lastModified / 1000) > since ? 'failed' : 'met';
};

/** Judges the conditions of a read; If-Match and If-None-Match go before the dates (RFC 9110, section 13.2.2). */
export const judgeConditions = (object: StoredObject, headers: Headers, prefix = ''): Verdict => {
  const header = (name: string): string | undefined => headers[`${prefix}${name}`];
  if (neededVerdict(object, header) === 'failed') return 'failed';
  const noneMatch = header('if-none-match');
  if (noneMatch !== undefined) return names(noneMatch, object.etag) ? 'not-modified' : 'met';
  const since = secondsOf(header('if-modified-since'));
  return since !== undefined && Math.floor(object.lastModified / 1000) <= since ? 'not-modified' : 'met';
};

/**
 * Checks the conditions of a write against what is there.
 *
 * @throws AwsError PreconditionFailed, NoSuchKey, or NotImplemented for an If-None-Match other than `*`.
 */
export const checkWriteConditions = (
  key: string,
  existing: StoredObject | undefined,
  headers: Headers,
): void => {
  const noneMatch = headers['if-none-match'];
  if (noneMatch !== undefined && noneMatch !== '*')
    throw notImplemented('an If-None-Match other than * on a write, and neither does S3');
  if (noneMatch === '*' && existing !== undefined) throw preconditionFailed('If-None-Match');
  const match = headers['if-match'];
  if (match === undefined) return;
  if (existing === undefined) throw noSuchKey(key);
  if (!names(match, existing.etag)) throw preconditionFailed('If-Match');
};
