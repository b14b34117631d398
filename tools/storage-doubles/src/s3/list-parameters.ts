import { nameInToken } from '../page.ts';
import { invalidArgument } from './s3-error.ts';

/** Entries on a page at most (S3 API reference, ListObjectsV2). */
const pageSize = 1000;

/**
 * Reads how many entries a page is to have, 1,000 at most.
 *
 * @throws AwsError InvalidArgument
 */
export const pageSizeOf = (query: URLSearchParams, name: string): number => {
  const text = query.get(name) ?? String(pageSize);
  const wanted = /^\d+$/.test(text) ? Number(text) : -1;
  if (wanted >= 0 && wanted <= 2_147_483_647) return Math.min(wanted, pageSize);
  throw invalidArgument(`Provided ${name} not an integer or within integer range`, {
    ArgumentName: name,
    ArgumentValue: text,
  });
};

/** The name in the continuation token; undefined when there is none. @throws AwsError InvalidArgument */
export const nameToContinue = (query: URLSearchParams): string | undefined => {
  const token = query.get('continuation-token');
  if (token === null) return undefined;
  const name = nameInToken(token);
  if (name !== undefined) return name;
  throw invalidArgument('The continuation token provided is incorrect', {
    ArgumentName: 'continuation-token',
  });
};

const urlEncoded = (text: string): string =>
  encodeURIComponent(text)
    .replace(/[!'()~]/g, (found) => `%${found.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%2F', '/')
    .replaceAll('%2A', '*')
    .replaceAll('%20', '+');

/** How names are written in a list: as they are, or for the query of a URL. @throws AwsError InvalidArgument */
export const nameEncoding = (query: URLSearchParams): ((name: string) => string) => {
  const type = query.get('encoding-type');
  if (type === null) return (name) => name;
  if (type === 'url') return urlEncoded;
  throw invalidArgument('Invalid Encoding Method specified in Request: url is the only one', {
    ArgumentName: 'encoding-type',
    ArgumentValue: type,
  });
};
