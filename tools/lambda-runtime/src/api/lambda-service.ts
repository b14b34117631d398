import { restJsonError, restJsonService } from '@atlas-engine/aws-wire';
import type { ServiceDouble } from '@atlas-engine/aws-wire';
import type { EventSources } from '../event-sources.ts';
import type { Functions } from '../functions.ts';
import type { Invoke } from '../invocations.ts';
import { serviceFailed, throttled } from '../invoke.ts';
import { aliasRoutes } from './alias-routes.ts';
import { eventSourceRoutes } from './event-source-routes.ts';
import { functionRoutes } from './function-routes.ts';
import { invokeRoute } from './invoke-route.ts';
import { refusedRoutes } from './refused-routes.ts';
import type { CodeFrom } from './update-routes.ts';
import { updateRoutes } from './update-routes.ts';

export interface LambdaServiceOptions {
  readonly functions: Functions;
  readonly eventSources: EventSources;
  readonly invoke: Invoke;
  readonly codeFrom: CodeFrom | undefined;
}

/** The Lambda API (2015-03-31), as far as this double has it. */
export const lambdaService = ({
  functions,
  eventSources,
  invoke,
  codeFrom,
}: LambdaServiceOptions): ServiceDouble => {
  const service = restJsonService({
    service: 'lambda',
    routes: [
      invokeRoute(invoke),
      ...functionRoutes(functions),
      ...aliasRoutes(functions),
      ...updateRoutes(functions, codeFrom),
      ...eventSourceRoutes(functions, eventSources),
      ...refusedRoutes,
    ],
  });
  return {
    ...service,
    // An invocation meets its faults where it is run: callers in this process have them too, and a lost answer is a crash.
    faultsApply: (request) => service.operationOf(request) !== 'Invoke',
    faultResponse: ({ kind }) =>
      restJsonError(kind === 'throttle' ? throttled('CallerRateLimitExceeded') : serviceFailed()),
  };
};
