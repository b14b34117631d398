import type { WireRequest, WireResponse } from '@atlas-engine/aws-wire';
import type { Definition } from './definitions.ts';

type Cors = NonNullable<Definition<'Api'>['CorsConfiguration']>;

const fits = (pattern: string, origin: string): boolean =>
  pattern === '*' ||
  pattern === origin ||
  (/^https?:\/\/\*$/.test(pattern) && origin.startsWith(pattern.slice(0, -1)));

const allowedOrigin = ({ AllowOrigins = [] }: Cors, origin: string | undefined): string | undefined => {
  if (origin === undefined || !AllowOrigins.some((pattern) => fits(pattern, origin))) return undefined;
  return AllowOrigins.includes('*') ? '*' : origin;
};

const originHeaders = (cors: Cors, origin: string): Record<string, string> => ({
  'access-control-allow-origin': origin,
  ...(cors.AllowCredentials === true && { 'access-control-allow-credentials': 'true' }),
  ...(cors.ExposeHeaders && { 'access-control-expose-headers': cors.ExposeHeaders.join(',') }),
});

/** Answers a preflight of an API that has a CORS configuration; undefined when it is none. */
export function preflightOf(
  cors: Cors | undefined,
  { method, headers }: WireRequest,
): WireResponse | undefined {
  if (cors === undefined || method !== 'OPTIONS' || headers['access-control-request-method'] === undefined)
    return undefined;
  const origin = allowedOrigin(cors, headers['origin']);
  if (origin === undefined) return { status: 204 };
  return {
    status: 204,
    headers: {
      ...originHeaders(cors, origin),
      ...(cors.AllowMethods && { 'access-control-allow-methods': cors.AllowMethods.join(',') }),
      ...(cors.AllowHeaders && { 'access-control-allow-headers': cors.AllowHeaders.join(',') }),
      ...(cors.MaxAge !== undefined && { 'access-control-max-age': String(cors.MaxAge) }),
    },
  };
}

/** Says who may read an answer: the API's configuration alone, whatever the function wrote. */
export function withOrigin(
  cors: Cors | undefined,
  request: WireRequest,
  response: WireResponse,
): WireResponse {
  if (cors === undefined) return response;
  const kept = Object.entries(response.headers ?? {}).filter(([name]) => !name.startsWith('access-control-'));
  const origin = allowedOrigin(cors, request.headers['origin']);
  const own = origin === undefined ? {} : originHeaders(cors, origin);
  return { ...response, headers: { ...Object.fromEntries(kept), ...own } };
}
