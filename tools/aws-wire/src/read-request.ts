import type { IncomingMessage } from 'node:http';
import type { Http2ServerRequest } from 'node:http2';
import { AwsError } from './aws-error.ts';
import { decodeBody, largestBody } from './request-body.ts';
import { signingScopeOf } from './signing-scope.ts';
import type { WireRequest } from './wire.ts';

/** A request as Node gives it, by HTTP/1.1 or HTTP/2. */
export type NodeRequest = IncomingMessage | Http2ServerRequest;

const textOf = (value: string | string[]): string => (Array.isArray(value) ? value.join(', ') : value);

const headersOf = (request: NodeRequest): Record<string, string> => {
  const authority = request.headers[':authority'];
  return {
    // HTTP/2 has the host in a pseudo header.
    ...(authority !== undefined && { host: textOf(authority) }),
    ...Object.fromEntries(
      Object.entries(request.headers).flatMap(([name, value]) =>
        value === undefined || name.startsWith(':') ? [] : [[name, textOf(value)]],
      ),
    ),
  };
};

/** The host that a request is for: in lower case, without the port; empty when it says none. */
export const hostOf = ({ headers }: Pick<WireRequest, 'headers'>): string =>
  (headers['host'] ?? '').toLowerCase().replace(/:\d+$/, '');

const bodyOf = async (request: NodeRequest): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    // The rest is read and dropped: a client that is still sending would not hear the answer.
    if (length <= largestBody) chunks.push(chunk);
  }
  if (length <= largestBody) return Buffer.concat(chunks, length);
  throw new AwsError('RequestEntityTooLarge', `body: at most ${largestBody} bytes are taken, was ${length}`, {
    status: 413,
  });
};

/** The request line and headers, with an empty body: all that is known before the body proves readable. */
export const readHead = (request: NodeRequest): WireRequest => {
  const [path = '/', ...query] = (request.url ?? '/').split('?');
  const rawQuery = query.join('?');
  const { remoteAddress } = request.socket;
  return {
    method: request.method ?? 'GET',
    path,
    query: new URLSearchParams(rawQuery),
    ...(rawQuery !== '' && { rawQuery }),
    headers: headersOf(request),
    ...(remoteAddress !== undefined && { remoteAddress }),
    body: Buffer.alloc(0),
  };
};

/**
 * Reads the whole of a request; one that a service wants as it is sent (`asSent`) without its signature.
 *
 * @throws AwsError when its signature header, its body's frame or its size is not acceptable.
 */
export const readRequest = async (
  request: NodeRequest,
  asSent: (head: WireRequest) => boolean,
): Promise<WireRequest> => {
  const head = readHead(request);
  const raw = await bodyOf(request);
  if (asSent(head)) return { ...head, body: raw };
  const scope = signingScopeOf(head.headers, head.query);
  return { ...head, ...decodeBody({ headers: head.headers, body: raw }, scope), ...(scope && { scope }) };
};
