export type { ApiPart } from './definitions.ts';
export { createHttpApis } from './http-apis.ts';
export type { ApiMetric, HttpApis, HttpApisOptions, Invoked } from './http-apis.ts';
export type { KeysOf } from './jwt-authorizer.ts';
