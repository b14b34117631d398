import type { WireRequest, WireResponse } from './wire.ts';

/** What a service lets pages of other origins do, as AWS answers browsers. */
export interface CrossOrigin {
  /** Whether a preflight asks for a call to this service: it is not signed, so path and wanted headers must tell. */
  preflight(request: WireRequest): boolean;
  readonly methods: readonly string[];
  /** Headers that pages may read beside those of every AWS answer (`x-amzn-RequestId`, `x-amzn-ErrorType`, …). */
  readonly exposedHeaders?: readonly string[];
}

/** Pages of this machine only: any other origin is a foreign page that tries to reach the local cloud. */
const ownOrigin = /^https?:\/\/(127\.\d+\.\d+\.\d+|([a-z0-9-]+\.)*localhost|\[::1\])(:\d+)?$/;

const originOf = ({ headers }: WireRequest): string | undefined => headers['origin'];

/** Whether a request comes from no page, or from one of this machine. */
export const isOfThisMachine = (request: WireRequest): boolean => {
  const origin = originOf(request);
  return origin === undefined || ownOrigin.test(origin);
};

/** Seconds for which AWS lets a browser keep the answer to a preflight: two days. */
const maxAge = '172800';
const alwaysExposed = ['x-amzn-RequestId', 'x-amzn-ErrorType', 'x-amzn-ErrorMessage', 'Date'];

/** Whether a browser asks if it may send the true request. */
export const isPreflight = ({ method, headers }: WireRequest): boolean =>
  method === 'OPTIONS' &&
  headers['origin'] !== undefined &&
  headers['access-control-request-method'] !== undefined;

const exposing = ({ exposedHeaders = [] }: CrossOrigin): Record<string, string> => ({
  'access-control-allow-origin': '*',
  'access-control-expose-headers': [...alwaysExposed, ...exposedHeaders].join(','),
});

/** Answers a preflight, for a page of this machine and a service that pages may call; else without any permission. */
export const preflightAnswer = (request: WireRequest, policy: CrossOrigin | undefined): WireResponse => {
  if (policy === undefined || !isOfThisMachine(request)) return { status: 403 };
  const headers = request.headers['access-control-request-headers'];
  return {
    status: 200,
    headers: {
      ...exposing(policy),
      'access-control-allow-methods': policy.methods.join(','),
      ...(headers !== undefined && { 'access-control-allow-headers': headers }),
      'access-control-max-age': maxAge,
    },
  };
};

/** Lets a page of this machine read an answer of a service that pages may call. */
export const readableByPage = (
  request: WireRequest,
  response: WireResponse,
  policy: CrossOrigin | undefined,
): WireResponse => {
  if (policy === undefined || originOf(request) === undefined || !isOfThisMachine(request)) return response;
  return { ...response, headers: { ...exposing(policy), ...response.headers } };
};

/** Preflights of JSON services, which all have the path `/` and name their operation in a header. */
export const asksForTarget = ({ path, headers }: WireRequest): boolean =>
  path === '/' && (headers['access-control-request-headers'] ?? '').toLowerCase().includes('x-amz-target');
