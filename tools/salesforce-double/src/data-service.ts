import type { WireRequest, WireResponse } from '@atlas-engine/aws-wire';
import { composite } from './composite.ts';
import { parseDataPath } from './data-request.ts';
import type { DataAnswer, DataRequest } from './data-request.ts';
import type { Org } from './org.ts';
import { refusalBody, SalesforceRefusal } from './refusal.ts';
import { dispatch, operationNamed } from './resources.ts';
import type { Sessions } from './sessions.ts';
import type { Usage } from './usage.ts';

/** What the data API works on. */
export interface DataServiceOptions {
  readonly org: Org;
  readonly sessions: Sessions;
  readonly usage: Usage;
}

/** Answers `/services/data/…`: session, allowance, then the resource. */
export function answerData({ org, sessions, usage }: DataServiceOptions, request: WireRequest): WireResponse {
  const answer = refusable(() => {
    sessions.check(request.headers['authorization']);
    usage.take();
    return resource(org, usage, readRequest(request));
  });
  return {
    status: answer.status,
    headers: {
      'content-type': 'application/json;charset=UTF-8',
      'sforce-limit-info': `api-usage=${usage.used()}/${org.limits.dailyRequests}`,
      ...answer.headers,
    },
    ...(answer.body === undefined ? {} : { body: JSON.stringify(answer.body) }),
  };
}

/** Operation by name, for faults and traces. */
export function dataOperation({ method, path }: Pick<WireRequest, 'method' | 'path'>): string {
  const [, rest = ''] = /^\/services\/data\/v\d+\.0\/(.*)$/.exec(path) ?? [];
  const segments = rest.split('/').filter((segment) => segment !== '');
  return alone(method, segments) ?? operationNamed({ method, segments }) ?? 'unknown';
}

function refusable(work: () => DataAnswer): DataAnswer {
  try {
    return work();
  } catch (error) {
    if (error instanceof SalesforceRefusal) return { status: error.status, body: refusalBody(error) };
    throw error;
  }
}

/** Resources that a composite can not hold. */
const alone = (method: string, segments: readonly string[]): 'composite' | 'limits' | undefined => {
  const target = `${method} ${segments.join('/')}`;
  if (target === 'POST composite') return 'composite';
  return target === 'GET limits' ? 'limits' : undefined;
};

function resource(org: Org, usage: Usage, request: DataRequest): DataAnswer {
  const special = alone(request.method, request.segments);
  if (special === 'composite') return composite(org, request);
  if (special === undefined) return dispatch(org, request);
  const max = org.limits.dailyRequests;
  return { status: 200, body: { DailyApiRequests: { Max: max, Remaining: max - usage.used() } } };
}

function readRequest({ method, path, query, headers, body }: WireRequest): DataRequest {
  return { ...parseDataPath(path), method, query, headers, body: readJson(body, headers['content-type']) };
}

function readJson(body: Buffer, contentType: string | undefined): unknown {
  if (body.length === 0) return undefined;
  if (!/^application\/json\b/i.test(contentType ?? '')) {
    const detail = `Content type ${contentType ?? 'none'} not supported, use application/json`;
    throw new SalesforceRefusal('UNSUPPORTED_MEDIA_TYPE', detail, { status: 415 });
  }
  try {
    return JSON.parse(body.toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new SalesforceRefusal('JSON_PARSER_ERROR', 'Unexpected character at [line:1]');
    throw error;
  }
}
