import type { WireRequest, WireResponse } from './wire.ts';

/** Pages of this machine only: any other origin is a foreign page that tries to reach the local cloud. */
const ownOrigin = /^https?:\/\/(127\.\d+\.\d+\.\d+|localhost|\[::1\])(:\d+)?$/;

const ownOriginOf = ({ headers }: WireRequest): string | undefined => {
  const { origin } = headers;
  return origin !== undefined && ownOrigin.test(origin) ? origin : undefined;
};

/** Answers a browser's preflight for a page of this machine; undefined when the request is none. */
export const preflightAnswer = (request: WireRequest): WireResponse | undefined => {
  const method = request.headers['access-control-request-method'];
  if (request.method !== 'OPTIONS' || method === undefined || ownOriginOf(request) === undefined)
    return undefined;
  return {
    status: 204,
    headers: {
      'access-control-allow-methods': method,
      'access-control-allow-headers': request.headers['access-control-request-headers'] ?? '*',
      'access-control-max-age': '3600',
    },
  };
};

/** Lets a page of this machine read an answer. */
export const readableByPage = (request: WireRequest, response: WireResponse): WireResponse => {
  const origin = ownOriginOf(request);
  if (origin === undefined) return response;
  const allowed = {
    'access-control-allow-origin': origin,
    'access-control-expose-headers': '*',
    vary: 'origin',
  };
  return { ...response, headers: { ...allowed, ...response.headers } };
};
