import { randomUUID } from 'node:crypto';
import type { AwsError } from './aws-error.ts';
import { awsJson } from './json-value.ts';
import type { WireResponse } from './wire.ts';
import { xmlContent, xmlDocument, xmlEscape } from './xml.ts';

const rawResponses = new WeakSet<object>();

/** An answer that a handler has written itself: status, headers and body go out as they are. */
export const rawResponse = (response: WireResponse): WireResponse => {
  rawResponses.add(response);
  return response;
};

/** Tells an answer made by {@link rawResponse} from a structure to be written in the protocol. */
export const isRawResponse = (value: unknown): value is WireResponse =>
  typeof value === 'object' && value !== null && rawResponses.has(value);

/** An id for one call, as every AWS answer carries one. */
export const newRequestId = (): string => randomUUID();

/** An error as the awsJson protocols write it. */
export const jsonError = (error: AwsError, contentType: string): WireResponse => ({
  status: error.status,
  headers: { 'content-type': contentType, 'x-amzn-requestid': newRequestId() },
  body: awsJson({ __type: error.code, message: error.message, ...error.members }),
});

/** An error as REST-JSON services write it. */
export const restJsonError = (error: AwsError): WireResponse => ({
  status: error.status,
  headers: {
    'content-type': 'application/json',
    'x-amzn-errortype': error.code,
    'x-amzn-requestid': newRequestId(),
  },
  body: awsJson({ message: error.message, ...error.members }),
});

/** An error as query services (SNS, STS) write it. */
export const queryError = (error: AwsError, xmlns?: string): WireResponse => {
  const requestId = newRequestId();
  const fault = error.status >= 500 ? 'Receiver' : 'Sender';
  const members = { Type: fault, Code: error.code, Message: error.message, ...error.members };
  const content = `<Error>${xmlContent(members)}</Error><RequestId>${requestId}</RequestId>`;
  return {
    status: error.status,
    headers: { 'content-type': 'text/xml', 'x-amzn-requestid': requestId },
    body: xmlDocument('ErrorResponse', content, xmlns),
  };
};

/** An error as S3 writes it. `resource` is the path asked for. */
export const s3Error = (error: AwsError, resource: string): WireResponse => {
  const requestId = newRequestId();
  const members = { Code: error.code, Message: error.message, ...error.members };
  const content = `${xmlContent(members)}<Resource>${xmlEscape(resource)}</Resource><RequestId>${requestId}</RequestId>`;
  return {
    status: error.status,
    headers: { 'content-type': 'application/xml', 'x-amz-request-id': requestId },
    body: xmlDocument('Error', content),
  };
};
