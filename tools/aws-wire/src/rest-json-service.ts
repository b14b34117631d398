import { notSupported } from './aws-error.ts';
import { jsonInput } from './json-service.ts';
import { awsJson } from './json-value.ts';
import { plannedError } from './planned-error.ts';
import { isRawResponse, newRequestId, restJsonError } from './responses.ts';
import { pathTemplate } from './rest-routes.ts';
import type { CallContext, ServiceDouble, WireRequest, WireResponse } from './wire.ts';

/** A call of a REST-JSON operation. */
export interface RestCall extends CallContext {
  /** Path parameters, decoded. */
  readonly params: Readonly<Record<string, string>>;
  /** The JSON body, `{}` for an empty one. Read when first used. @throws AwsError SerializationException */
  readonly input: Record<string, unknown>;
}

export interface RestRoute {
  readonly method: string;
  /** E.g. `/contacts/{InstanceId}/{ContactId}`; `{Name+}` takes the rest of the path. */
  readonly path: string;
  readonly operation: string;
  /** Gives a structure (200, JSON) or what `rawResponse` made. */
  readonly handle: (call: RestCall) => unknown;
}

export interface RestJsonServiceOptions {
  readonly service: string;
  readonly routes: readonly RestRoute[];
}

/** A service that speaks REST-JSON: operations are told apart by method and path. */
export const restJsonService = ({ service, routes }: RestJsonServiceOptions): ServiceDouble => {
  const compiled = routes
    .map((route) => ({ route, template: pathTemplate(route.path) }))
    .sort((a, b) => b.template.literals - a.template.literals);

  const find = (request: WireRequest) => {
    for (const { route, template } of compiled) {
      if (route.method !== request.method) continue;
      const params = template.match(request.path);
      if (params) return { route, params };
    }
    return undefined;
  };

  const operationOf = (request: WireRequest): string =>
    compiled.find(
      ({ route, template }) => route.method === request.method && template.pattern.test(request.path),
    )?.route.operation ?? `${request.method} ${request.path}`;

  const handle = async (request: WireRequest): Promise<WireResponse> => {
    const found = find(request);
    if (!found) throw notSupported(service, `${request.method} ${request.path}`);
    const { route, params } = found;
    const requestId = newRequestId();
    const output = await route.handle({
      request,
      operation: route.operation,
      region: request.scope?.region ?? '',
      requestId,
      params,
      get input() {
        return jsonInput(request.body);
      },
    });
    if (isRawResponse(output)) return output;
    return {
      status: 200,
      headers: { 'content-type': 'application/json', 'x-amzn-requestid': requestId },
      body: awsJson(output),
    };
  };

  return {
    service,
    operationOf,
    handle,
    errorResponse: restJsonError,
    faultResponse: (fault) => restJsonError(plannedError(fault, service, 429)),
  };
};
