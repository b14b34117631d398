import { notSupported } from '@atlas-engine/aws-wire';
import type { RestRoute } from '@atlas-engine/aws-wire';

const of = '/2015-03-31/functions/{FunctionName}';

/** Operations that are refused under their own names, so that a caller and a trace see what was asked for. */
const refused: readonly (readonly [method: string, path: string, operation: string])[] = [
  ['POST', '/2015-03-31/functions', 'CreateFunction'],
  ['DELETE', of, 'DeleteFunction'],
  ['POST', `${of}/aliases`, 'CreateAlias'],
  ['PUT', `${of}/aliases/{Name}`, 'UpdateAlias'],
  ['DELETE', `${of}/aliases/{Name}`, 'DeleteAlias'],
  ['GET', `${of}/policy`, 'GetPolicy'],
  ['POST', `${of}/policy`, 'AddPermission'],
  ['DELETE', `${of}/policy/{StatementId}`, 'RemovePermission'],
  ['POST', '/2015-03-31/event-source-mappings', 'CreateEventSourceMapping'],
  ['GET', '/2015-03-31/event-source-mappings/{UUID}', 'GetEventSourceMapping'],
  ['PUT', '/2015-03-31/event-source-mappings/{UUID}', 'UpdateEventSourceMapping'],
  ['DELETE', '/2015-03-31/event-source-mappings/{UUID}', 'DeleteEventSourceMapping'],
  ['POST', '/2014-11-13/functions/{FunctionName}/invoke-async', 'InvokeAsync'],
  ['POST', '/2021-11-15/functions/{FunctionName}/response-streaming-invocations', 'InvokeWithResponseStream'],
  ['GET', '/2019-09-30/functions/{FunctionName}/concurrency', 'GetFunctionConcurrency'],
  ['PUT', '/2017-10-31/functions/{FunctionName}/concurrency', 'PutFunctionConcurrency'],
  ['DELETE', '/2017-10-31/functions/{FunctionName}/concurrency', 'DeleteFunctionConcurrency'],
  ['GET', '/2019-09-25/functions/{FunctionName}/event-invoke-config', 'GetFunctionEventInvokeConfig'],
  ['PUT', '/2019-09-25/functions/{FunctionName}/event-invoke-config', 'PutFunctionEventInvokeConfig'],
  ['POST', '/2019-09-25/functions/{FunctionName}/event-invoke-config', 'UpdateFunctionEventInvokeConfig'],
  ['DELETE', '/2019-09-25/functions/{FunctionName}/event-invoke-config', 'DeleteFunctionEventInvokeConfig'],
  ['GET', '/2021-10-31/functions/{FunctionName}/url', 'GetFunctionUrlConfig'],
  ['POST', '/2021-10-31/functions/{FunctionName}/url', 'CreateFunctionUrlConfig'],
  ['GET', '/2016-08-19/account-settings', 'GetAccountSettings'],
  ['GET', '/2018-10-31/layers', 'ListLayers'],
  ['GET', '/2017-03-31/tags/{Resource}', 'ListTags'],
  ['POST', '/2017-03-31/tags/{Resource}', 'TagResource'],
  ['DELETE', '/2017-03-31/tags/{Resource}', 'UntagResource'],
];

export const refusedRoutes: readonly RestRoute[] = refused.map(([method, path, operation]) => ({
  method,
  path,
  operation,
  handle: () => {
    throw notSupported('lambda', operation);
  },
}));
