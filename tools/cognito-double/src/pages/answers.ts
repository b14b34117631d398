import type { WireResponse } from '@atlas-engine/aws-wire';

const noStore = { 'cache-control': 'no-store', pragma: 'no-cache' };

/** A JSON answer of an OAuth endpoint, which pages of every origin may read. */
export const json = (
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): WireResponse => ({
  status,
  headers: {
    'content-type': 'application/json;charset=UTF-8',
    'access-control-allow-origin': '*',
    ...noStore,
    ...headers,
  },
  body: JSON.stringify(body),
});

/** An error of RFC 6749. */
export const oauthError = (error: string, description?: string, status = 400): WireResponse =>
  json(status, { error, ...(description !== undefined && { error_description: description }) });

/** Sends the browser elsewhere; parameters that are undefined are left out. */
export function redirect(
  to: string,
  parameters: Readonly<Record<string, string | undefined>> = {},
  cookies: readonly string[] = [],
): WireResponse {
  const given = Object.entries(parameters).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const query = new URLSearchParams(given).toString();
  const separator = to.includes('?') ? '&' : '?';
  return {
    status: 302,
    headers: { location: query === '' ? to : `${to}${separator}${query}`, ...noStore },
    ...(cookies.length > 0 && { cookies }),
  };
}

/** Answers a preflight for the endpoints that pages call with a token. */
export const preflight: WireResponse = {
  status: 204,
  headers: {
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'GET,POST',
    'access-control-allow-headers': 'authorization,content-type',
    'access-control-max-age': '3600',
  },
};
