export { AwsError, notSupported } from './aws-error.ts';
export type { CallReport } from './call-report.ts';
export { asksForTarget } from './cross-origin.ts';
export type { CrossOrigin } from './cross-origin.ts';
export * from './fields.ts';
export { awsJson, isRecord } from './json-value.ts';
export { jsonService } from './json-service.ts';
export type { JsonServiceOptions } from './json-service.ts';
export { queryService } from './query-service.ts';
export type { QueryServiceOptions } from './query-service.ts';
export { hostOf } from './read-request.ts';
export { jsonError, newRequestId, queryError, rawResponse, restJsonError, s3Error } from './responses.ts';
export { restJsonService } from './rest-json-service.ts';
export type { RestCall, RestJsonServiceOptions, RestRoute } from './rest-json-service.ts';
export { createWireServer } from './wire-server.ts';
export type { WireServer, WireServerOptions } from './wire-server.ts';
export type {
  AcceptSocket,
  CallContext,
  Operation,
  RefusingFault,
  ResponseStream,
  ServiceDouble,
  SigningScope,
  WireRequest,
  WireResponse,
} from './wire.ts';
export { parseXml, xmlContent, xmlDocument, xmlEscape } from './xml.ts';
