import {
  type AwsError,
  hostOf,
  newRequestId,
  type ServiceDouble,
  type WireRequest,
  type WireResponse,
} from '@atlas-engine/aws-wire';
import type { SimulationClock, StateStore } from '@atlas-engine/simulation';
import { createAnswering } from './answer-request.ts';
import { type ApiDirectory, createApiDirectory } from './api-directory.ts';
import type { KeysOf } from './jwt-authorizer.ts';
import { matchRoute } from './match-route.ts';
import { internalServerError, tooManyRequests } from './refusal.ts';

/** What a function answered, or how it failed. */
export interface Invoked {
  readonly payload: string;
  readonly functionError?: string | undefined;
}

/** A metric of API Gateway, one value. */
export interface ApiMetric {
  readonly name: 'Count' | '4xx' | '5xx' | 'Latency' | 'IntegrationLatency';
  readonly value: number;
  readonly unit: 'Count' | 'Milliseconds';
  readonly dimensions: Readonly<Record<'ApiId', string>>;
}

/** What HTTP APIs are made of. */
export interface HttpApisOptions {
  readonly clock: SimulationClock;
  readonly store: StateStore;
  readonly region: string;
  readonly accountId: string;
  /** Keys of a JWT authorizer's issuer. */
  readonly keysOf: KeysOf;
  /**
   * Calls a function in the name of an API's route.
   *
   * @throws AwsError as Lambda refuses it
   */
  readonly invoke: (functionArn: string, payload: string, sourceArn: string) => Promise<Invoked>;
  /** Takes a line of an access log. */
  readonly log?: (logGroup: string, line: string) => void;
  readonly metric?: (metric: ApiMetric) => void;
}

/** API Gateway's HTTP APIs on this machine. */
export interface HttpApis extends Pick<ApiDirectory, 'put' | 'remove'> {
  /** For the wire server: takes requests to the APIs' hosts, local ones and AWS's. */
  readonly service: ServiceDouble;
  /** Host of an API, without the port. */
  hostOf(apiId: string): string;
}

const apiHost = /^([a-z0-9]+)\.execute-api\.([a-z0-9-]+)\.(localhost|amazonaws\.com)$/;

const idOf = (request: WireRequest): string => apiHost.exec(hostOf(request))?.[1] ?? '';

/** What a request is called in traces and fault plans: its route, or that it has none. */
const operationIn =
  (directory: ApiDirectory) =>
  (request: WireRequest): string => {
    const routes = directory.deployed(idOf(request))?.routes ?? [];
    return matchRoute(routes, request.method, request.path)?.route.key ?? 'no route';
  };

/** HTTP APIs before functions: each has a host of its own, and the parts that templates give it. */
export function createHttpApis(options: HttpApisOptions): HttpApis {
  const directory = createApiDirectory(options.store);
  const answering = createAnswering(options);
  const operationOf = operationIn(directory);
  return {
    put: directory.put,
    remove: directory.remove,
    hostOf: (apiId) => `${apiId}.execute-api.${options.region}.localhost`,
    service: {
      service: 'execute-api',
      hosts: (host) => apiHost.exec(host)?.[2] === options.region,
      operationOf,
      faultKeyOf: operationOf,
      faultResponse: ({ kind }) => (kind === 'throttle' ? tooManyRequests() : internalServerError()),
      errorResponse: (error: AwsError) => ({ ...internalServerError(), status: error.status }),
      async handle(request): Promise<WireResponse> {
        const requestId = newRequestId();
        const api = directory.deployed(idOf(request));
        const answer = await answering(api, request, requestId);
        return { ...answer, headers: { 'apigw-requestid': requestId, ...answer.headers } };
      },
    },
  };
}
