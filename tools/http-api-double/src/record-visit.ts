import type { WireResponse } from '@atlas-engine/aws-wire';
import { accessLine, groupOf } from './access-log.ts';
import type { ApiMetric, HttpApisOptions } from './http-apis.ts';
import { logTime } from './lambda-event.ts';
import type { Visit } from './visit.ts';

/** Writes the access log and the metrics of a request that is answered. */
export function recordVisit(
  visit: Visit,
  response: WireResponse,
  { clock, log, metric }: HttpApisOptions,
): void {
  const { api, began } = visit;
  const settings = api.stage.AccessLogSettings;
  const latency = clock.now() - began;
  if (settings !== undefined) {
    const values = logValues(visit, response, latency);
    log?.(groupOf(settings.DestinationArn), accessLine(settings.Format, values));
  }
  const put = (name: ApiMetric['name'], value: number, unit: ApiMetric['unit'] = 'Count'): void =>
    metric?.({ name, value, unit, dimensions: { ApiId: api.id } });
  put('Count', 1);
  put('4xx', response.status >= 400 && response.status < 500 ? 1 : 0);
  put('5xx', response.status >= 500 ? 1 : 0);
  put('Latency', latency, 'Milliseconds');
  const { integrationMilliseconds } = visit;
  if (integrationMilliseconds !== undefined)
    put('IntegrationLatency', integrationMilliseconds, 'Milliseconds');
}

/** Source: API Gateway developer guide, "Logging variables for HTTP APIs". */
function logValues(visit: Visit, response: WireResponse, latency: number) {
  const { api, request, began } = visit;
  return {
    apiId: api.id,
    requestId: visit.requestId,
    extendedRequestId: visit.requestId,
    requestTime: logTime(began),
    requestTimeEpoch: began,
    httpMethod: request.method,
    path: request.path,
    protocol: 'HTTP/1.1',
    routeKey: visit.route,
    stage: '$default',
    status: response.status,
    responseLength: Buffer.byteLength(response.body ?? ''),
    responseLatency: latency,
    integrationLatency: visit.integrationMilliseconds,
    integrationStatus: visit.integrationStatus,
    integrationErrorMessage: visit.integrationError,
    'integration.latency': visit.integrationMilliseconds,
    'integration.status': visit.integrationStatus,
    'integration.error': visit.integrationError,
    'authorizer.error': visit.authorizerError,
    'error.message':
      response.status >= 400 && visit.integrationStatus === undefined ? messageOf(response) : undefined,
    'identity.sourceIp': '127.0.0.1',
    'identity.userAgent': request.headers['user-agent'],
  };
}

const messageOf = ({ body }: WireResponse): string | undefined =>
  /"message":"([^"]*)"/.exec(String(body ?? ''))?.[1];
