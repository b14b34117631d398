import { errors } from './errors.ts';

/** A page of keys, and the token for the next one. */
export interface Page {
  readonly keys: readonly string[];
  readonly nextToken?: string;
}

const tokenOf = (list: string, lastKey: string): string =>
  Buffer.from(JSON.stringify([list, lastKey])).toString('base64');

const lastKeyOf = (list: string, token: string): string => {
  try {
    const parts: unknown = JSON.parse(Buffer.from(token, 'base64').toString('utf8'));
    if (Array.isArray(parts) && parts[0] === list && typeof parts[1] === 'string') return parts[1];
  } catch {
    throw errors.invalidToken();
  }
  throw errors.invalidToken();
};

/**
 * Cuts a page out of all keys of a list; a token is good only for the list that gave it.
 *
 * @throws AwsError InvalidToken
 */
export const pageOf = (
  all: readonly string[],
  want: { readonly list: string; readonly size: number; readonly nextToken: string | undefined },
): Page => {
  const { list, size, nextToken } = want;
  const after = nextToken === undefined ? -1 : all.indexOf(lastKeyOf(list, nextToken));
  if (nextToken !== undefined && after < 0) throw errors.invalidToken();
  const keys = all.slice(after + 1, after + 1 + size);
  const last = keys.at(-1);
  const hasMore = after + 1 + size < all.length;
  return { keys, ...(hasMore && last !== undefined ? { nextToken: tokenOf(list, last) } : {}) };
};
