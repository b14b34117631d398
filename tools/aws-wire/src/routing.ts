import { AwsError, notSupported } from './aws-error.ts';
import { hostOf } from './read-request.ts';
import type { ServiceDouble, WireRequest } from './wire.ts';

/** Finds the service that a request is meant for. */
export interface Routing {
  /** @throws AwsError that names the service or the path when there is none. */
  (request: WireRequest): ServiceDouble;
  find(request: WireRequest): ServiceDouble | undefined;
  /** The service that has the request's host. */
  ofHost(request: WireRequest): ServiceDouble | undefined;
  /** Those that a websocket to this address may be for, in order. */
  ofSocket(request: WireRequest): readonly ServiceDouble[];
  /** The service whose call a preflight asks for. */
  ofPreflight(request: WireRequest): ServiceDouble | undefined;
}

const byScope = (services: readonly ServiceDouble[]): Map<string, ServiceDouble> => {
  const scopes = new Map<string, ServiceDouble>();
  for (const service of services) {
    if (scopes.has(service.service))
      throw new AwsError('InvalidServices', `services: two have the signing scope ${service.service}`);
    scopes.set(service.service, service);
  }
  return scopes;
};

const nobody = ({ scope, method, path }: WireRequest): AwsError =>
  scope
    ? notSupported(scope.service, `this service (its signing scope is ${scope.service})`)
    : new AwsError(
        'MissingAuthenticationTokenException',
        `${method} ${path}: no service claims this unsigned request`,
        {
          status: 403,
        },
      );

/** Requests go by host where a service has it, then signed ones by signing scope, unsigned ones to the first service that claims them. */
export const createRouting = (services: readonly ServiceDouble[]): Routing => {
  const scopes = byScope(services);
  const ofHost = (request: WireRequest): ServiceDouble | undefined => {
    const host = hostOf(request);
    return services.find((service) => service.hosts?.(host) === true);
  };
  const find = (request: WireRequest): ServiceDouble | undefined =>
    ofHost(request) ??
    (request.scope
      ? scopes.get(request.scope.service)
      : services.find((service) => service.claims?.(request) === true));
  const ofSocket = (request: WireRequest): readonly ServiceDouble[] => {
    const service = ofHost(request);
    return service === undefined ? services : [service];
  };
  const ofPreflight = (request: WireRequest): ServiceDouble | undefined =>
    services.find(({ crossOrigin }) => crossOrigin?.preflight(request) === true);
  const route = (request: WireRequest): ServiceDouble => {
    const service = find(request);
    if (!service) throw nobody(request);
    return service;
  };
  return Object.assign(route, { find, ofHost, ofSocket, ofPreflight });
};
