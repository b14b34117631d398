import type { ServerResponse } from 'node:http';
import type { Http2ServerResponse } from 'node:http2';
import type { ResponseStream, WireResponse } from './wire.ts';

/** A response as Node gives it, by HTTP/1.1 or HTTP/2. */
export type NodeResponse = ServerResponse | Http2ServerResponse;

const isHttp2 = (response: NodeResponse): response is Http2ServerResponse => 'stream' in response;

const isGone = (response: NodeResponse): boolean =>
  response.destroyed || (isHttp2(response) && response.stream.destroyed);

const bodyless: readonly number[] = [204, 304];

const asBytes = (body: string | Uint8Array): Uint8Array =>
  typeof body === 'string' ? Buffer.from(body, 'utf8') : body;

const writeHead = (outgoing: NodeResponse, { status, headers = {}, cookies = [] }: WireResponse): void => {
  outgoing.statusCode = status;
  for (const [name, value] of Object.entries(headers)) outgoing.setHeader(name, value);
  if (cookies.length > 0) outgoing.setHeader('set-cookie', [...cookies]);
};

const streamTo = (outgoing: NodeResponse): ResponseStream => ({
  write: (text) => {
    if (isGone(outgoing)) return;
    if (isHttp2(outgoing)) outgoing.write(text);
    else outgoing.write(text);
  },
  end: () => {
    if (!isGone(outgoing)) outgoing.end();
  },
  onClose: (listener) => {
    if (isHttp2(outgoing)) outgoing.once('close', listener);
    else outgoing.once('close', listener);
  },
});

/** Sends an answer; one whose caller has gone away is dropped. */
export const deliver = (outgoing: NodeResponse, response: WireResponse): void => {
  if (isGone(outgoing)) return;
  const { status, body = '', stream } = response;
  writeHead(outgoing, response);
  if (stream !== undefined) {
    if (!isHttp2(outgoing)) outgoing.flushHeaders();
    stream(streamTo(outgoing));
    return;
  }
  const bytes = asBytes(body);
  // A HEAD answer announces the length of the body that it does not have: the double has set it.
  if (!bodyless.includes(status) && !outgoing.hasHeader('content-length'))
    outgoing.setHeader('content-length', bytes.length);
  if (isHttp2(outgoing)) outgoing.end(bytes);
  else outgoing.end(bytes);
};

/** Breaks off without an answer: over HTTP/1.1 the connection, over HTTP/2 the stream. */
export const withhold = (outgoing: NodeResponse): void => {
  if (isHttp2(outgoing)) outgoing.stream.destroy();
  else outgoing.socket?.destroy();
};
