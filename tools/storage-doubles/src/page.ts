import type { AwsError } from '@atlas-engine/aws-wire';

// Recognizes its own tokens, so that any other text is refused as the services do it.
const mark = 'after:';

/** A token that names the last entry of a page. */
export const tokenAfter = (name: string): string => Buffer.from(mark + name).toString('base64');

/** The name in a token; undefined when it is no token of {@link tokenAfter}. */
export const nameInToken = (token: string): string | undefined => {
  const text = Buffer.from(token, 'base64').toString('utf8');
  return text.startsWith(mark) ? text.slice(mark.length) : undefined;
};

/** Which page is asked for. */
export interface PageRequest<T> {
  nameOf(item: T): string;
  /** Items on the page. */
  readonly most: number;
  readonly token?: string | undefined;
  /** What the service says to a token that it did not give. */
  invalidToken(): AwsError;
}

/** A page, and a token for the next one where there is one. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly nextToken?: string;
}

/**
 * One page of items by their names, which must be unique. What is added or removed between two pages moves no other.
 *
 * @throws AwsError for a token that is none.
 */
export const pageByName = <T>(items: Iterable<T>, request: PageRequest<T>): Page<T> => {
  const { most, token } = request;
  const nameOf = (item: T): string => request.nameOf(item);
  const after = token === undefined ? '' : nameInToken(token);
  if (after === undefined) throw request.invalidToken();
  const rest = [...items]
    .filter((item) => nameOf(item) > after)
    .sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  const page = rest.slice(0, most);
  const last = page.at(-1);
  return rest.length > page.length && last !== undefined
    ? { items: page, nextToken: tokenAfter(nameOf(last)) }
    : { items: page };
};
