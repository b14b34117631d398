import type { WireRequest } from '@atlas-engine/aws-wire';
import type { DeployedApi } from './api-directory.ts';
import type { JwtContext } from './jwt-authorizer.ts';

/** What the event of a request is made of. */
export interface EventSource {
  readonly request: WireRequest;
  readonly api: Pick<DeployedApi, 'id'>;
  readonly routeKey: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly requestId: string;
  readonly accountId: string;
  readonly region: string;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly jwt?: JwtContext;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (value: number): string => String(value).padStart(2, '0');

/** `12/Mar/2020:19:03:58 +0000` */
export const logTime = (now: number): string => {
  const at = new Date(now);
  const day = `${two(at.getUTCDate())}/${months[at.getUTCMonth()] ?? ''}/${String(at.getUTCFullYear())}`;
  return `${day}:${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())} +0000`;
};

const isText = (contentType: string): boolean =>
  /^(text\/|application\/(json|javascript|xml)|[^;]+\+(json|xml))/i.test(contentType);

const notHandedOn = ['cookie', 'connection', 'transfer-encoding'];

/** Headers that API Gateway takes away or makes itself. */
function headersOf({ headers }: WireRequest, source: EventSource): Record<string, string> {
  const kept = Object.entries(headers).filter(([name]) => !notHandedOn.includes(name));
  const forwarded = headers['x-forwarded-for'];
  return {
    ...Object.fromEntries(kept),
    'content-length': String(source.request.body.length),
    'x-amzn-trace-id': `Root=1-${Math.floor(source.now / 1000).toString(16)}-${source.requestId.replaceAll('-', '').slice(0, 24)}`,
    'x-forwarded-for': forwarded === undefined ? loopback : `${forwarded}, ${loopback}`,
    'x-forwarded-port': '443',
    'x-forwarded-proto': 'https',
  };
}

const loopback = '127.0.0.1';

/** Several values of one name are joined by commas. */
function queryOf({ query }: WireRequest): Record<string, string> {
  const names = [...new Set(query.keys())];
  return Object.fromEntries(names.map((name) => [name, query.getAll(name).join(',')]));
}

const decodedPath = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

/**
 * The event that a function gets, payload format 2.0.
 *
 * Source: API Gateway developer guide, "Create AWS Lambda proxy integrations for HTTP APIs".
 */
export function lambdaEvent(source: EventSource): Readonly<Record<string, unknown>> {
  const { request, routeKey, parameters } = source;
  const query = queryOf(request);
  const cookies = (request.headers['cookie'] ?? '').split(/;\s*/).filter((each) => each !== '');
  return {
    version: '2.0',
    routeKey,
    rawPath: decodedPath(request.path),
    rawQueryString: request.rawQuery ?? '',
    ...(cookies.length > 0 && { cookies }),
    headers: headersOf(request, source),
    ...(Object.keys(query).length > 0 && { queryStringParameters: query }),
    requestContext: contextOf(source),
    ...(Object.keys(parameters).length > 0 && { pathParameters: parameters }),
    ...bodyOf(request),
  };
}

function contextOf({ request, api, routeKey, jwt, now, ...source }: EventSource) {
  return {
    accountId: source.accountId,
    apiId: api.id,
    ...(jwt && { authorizer: { jwt } }),
    domainName: `${api.id}.execute-api.${source.region}.amazonaws.com`,
    domainPrefix: api.id,
    http: {
      method: request.method,
      path: decodedPath(request.path),
      protocol: 'HTTP/1.1',
      sourceIp: loopback,
      userAgent: request.headers['user-agent'] ?? '',
    },
    requestId: source.requestId,
    routeKey,
    stage: '$default',
    time: logTime(now),
    timeEpoch: now,
  };
}

function bodyOf({ body, headers }: WireRequest) {
  if (body.length === 0) return { isBase64Encoded: false };
  const text = isText(headers['content-type'] ?? '');
  return { body: body.toString(text ? 'utf8' : 'base64'), isBase64Encoded: !text };
}
