import { notSupported } from './aws-error.ts';
import { unfoldForm } from './form-input.ts';
import { newRequestId, queryError } from './responses.ts';
import type { Operation, ServiceDouble, WireRequest, WireResponse } from './wire.ts';
import { xmlContent, xmlDocument } from './xml.ts';

export interface QueryServiceOptions {
  readonly service: string;
  /** Namespace of the answers, e.g. `http://sns.amazonaws.com/doc/2010-03-31/`. */
  readonly xmlns: string;
  readonly operations: Readonly<Record<string, Operation>>;
}

const formOf = (request: WireRequest): URLSearchParams =>
  request.body.length > 0 ? new URLSearchParams(request.body.toString('utf8')) : request.query;

const operationOf = (request: WireRequest): string => formOf(request).get('Action') ?? '';

/** A service that speaks the query protocol: a form in, XML out; every value of the input is text. */
export const queryService = ({ service, xmlns, operations }: QueryServiceOptions): ServiceDouble => {
  const handle = async (request: WireRequest): Promise<WireResponse> => {
    const form = formOf(request);
    const operation = form.get('Action') ?? '';
    const perform = Object.hasOwn(operations, operation) ? operations[operation] : undefined;
    if (!perform) throw notSupported(service, `operation ${operation || '(no Action)'}`);
    const requestId = newRequestId();
    const region = request.scope?.region ?? '';
    const output = await perform(unfoldForm(form), { request, operation, region, requestId });
    const result = `<${operation}Result>${xmlContent(output ?? {})}</${operation}Result>`;
    const metadata = `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata>`;
    return {
      status: 200,
      headers: { 'content-type': 'text/xml', 'x-amzn-requestid': requestId },
      body: xmlDocument(`${operation}Response`, result + metadata, xmlns),
    };
  };
  return { service, operationOf, handle, errorResponse: (error) => queryError(error, xmlns) };
};
