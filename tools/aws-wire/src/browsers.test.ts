import { createManualClock, createMemoryStore } from '@atlas-engine/simulation';
import { connect as connectHttp2 } from 'node:http2';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { gzipSync } from 'node:zlib';
import { WebSocket } from 'ws';
import { AwsError, asksForTarget, createWireServer, hostOf, jsonService } from './index.ts';
import type { ServiceDouble, WireRequest, WireServer } from './index.ts';

const seen: WireRequest[] = [];
const sites: ServiceDouble = {
  service: 'cloudfront-sites',
  hosts: (host) => host.endsWith('.site.localhost'),
  operationOf: () => 'GetPage',
  handle: (request) => {
    seen.push(request);
    return Promise.resolve({
      status: 200,
      cookies: ['a=1', 'b=2'],
      body: `${request.method} ${hostOf(request)}`,
    });
  },
  upgrade: ({ path }) =>
    path === '/echo' ? (socket) => socket.on('message', (data: Buffer) => socket.send(data)) : undefined,
};
const identity: ServiceDouble = {
  ...jsonService({
    service: 'cognito-identity',
    version: '1.1',
    operations: {
      GetId: () => ({ IdentityId: 'one' }),
      Refuse: () => {
        throw new AwsError('Refused', 'not so');
      },
    },
  }),
  claims: ({ headers }) => headers['x-amz-target'] !== undefined,
  crossOrigin: { preflight: asksForTarget, methods: ['POST'], exposedHeaders: ['x-more'] },
};
const hidden: ServiceDouble = {
  service: 'hidden',
  claims: () => true,
  asSent: ({ path }) => path.startsWith('/unsigned/'),
  operationOf: () => 'Get',
  handle: () => Promise.resolve({ status: 200, body: 'hidden' }),
  upgrade: ({ path }) => {
    if (path === '/forbidden') throw new AwsError('Forbidden', 'no', { status: 403 });
    return path === '/chat' ? (socket) => socket.close(1000, 'hello') : undefined;
  },
};
const endless: ServiceDouble = {
  service: 'events',
  hosts: (host) => host === 'events.localhost',
  operationOf: () => 'Listen',
  handle: () =>
    Promise.resolve({
      status: 200,
      headers: { 'content-type': 'text/event-stream' },
      stream: (out) => {
        out.write('data: one\n\n');
        out.onClose(() => streamsClosed.resolve(undefined));
      },
    }),
};

let streamsClosed = Promise.withResolvers<undefined>();
let server: WireServer;
beforeEach(async () => {
  streamsClosed = Promise.withResolvers<undefined>();
  seen.length = 0;
  server = await createWireServer({
    services: [identity, hidden, sites, endless],
    clock: createManualClock(),
    store: createMemoryStore(),
  });
});
afterEach(() => server.close());

interface Sent {
  readonly host?: string;
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Record<string, string>;
  readonly body?: Uint8Array | string;
}

const send = ({ host, method = 'GET', path = '/', headers = {}, body }: Sent): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const outgoing = httpRequest(
      {
        host: '127.0.0.1',
        port: server.port,
        method,
        path,
        headers: { ...headers, ...(host !== undefined && { host }) },
      },
      resolve,
    );
    outgoing.on('error', reject).end(body);
  });

const text = async (answer: IncomingMessage): Promise<string> => {
  let whole = '';
  for await (const chunk of answer as AsyncIterable<Buffer>) whole += chunk.toString();
  return whole;
};

const preflight = (origin: string, wanted = 'content-type,x-amz-target') =>
  send({
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': wanted,
    },
  });

const signature =
  'AWS4-HMAC-SHA256 Credential=KEY/20261101/eu-west-1/states/aws4_request, SignedHeaders=host, Signature=0';

it('reads no signature for a service that wants none, not even one without a key', async () => {
  const headers = {
    authorization: 'AWS4-HMAC-SHA256 Credential=/20261123/us-east-1/execute-api/aws4_request, Signature=0',
  };
  expect(await (await fetch(`${server.url}/unsigned/path`, { headers })).text()).toBe('hidden');
  expect((await fetch(`${server.url}/other`, { headers })).status).toBe(400);
});

describe('a service with hosts', () => {
  it('has every request to them, before scopes and claims, in any case and with any port', async () => {
    const answer = await send({
      host: 'One.Site.localhost:4566',
      headers: { authorization: signature },
    });
    expect(await text(answer)).toBe('GET one.site.localhost');
    expect(seen[0]?.scope).toBeUndefined();
    expect(await text(await send({ host: 'localhost' }))).toBe('hidden');
  });

  it('gets bodies and queries as they were sent', async () => {
    const body = gzipSync('x');
    const headers = { 'content-encoding': 'gzip', authorization: 'AWS4-HMAC-SHA256 nonsense' };
    await text(
      await send({ host: 'a.site.localhost', method: 'POST', path: '/?q=a+b&q=%20', headers, body }),
    );
    expect(seen[0]).toMatchObject({ rawQuery: 'q=a+b&q=%20', headers: { 'content-encoding': 'gzip' } });
    expect(seen[0]?.body).toEqual(body);
  });

  it('answers preflights itself, and sets several cookies', async () => {
    const answer = await send({
      host: 'a.site.localhost',
      method: 'OPTIONS',
      headers: { origin: 'https://example.com', 'access-control-request-method': 'PUT' },
    });
    expect(answer.headers['set-cookie']).toEqual(['a=1', 'b=2']);
    expect(await text(answer)).toBe('OPTIONS a.site.localhost');
  });

  it('is found by the authority of HTTP/2', async () => {
    const session = connectHttp2(server.url);
    const stream = session.request({ ':path': '/', ':authority': 'two.site.localhost:1' });
    let whole = '';
    for await (const chunk of stream as AsyncIterable<Buffer>) whole += chunk.toString();
    session.close();
    expect(whole).toBe('GET two.site.localhost');
  });

  it('may write a body without an end, and hears when the listener goes', async () => {
    const answer = await send({ host: 'events.localhost' });
    const first = await new Promise<string>((resolve) =>
      answer.once('data', (data: Buffer) => resolve(data.toString())),
    );
    expect(first).toBe('data: one\n\n');
    answer.destroy();
    await streamsClosed.promise;
  });
});

describe('pages of other origins', () => {
  it.each([
    'http://127.0.0.1:4200',
    'http://localhost:4200',
    'http://chat.localhost:4566',
    'https://a.b.localhost',
  ])('may call a service that says so: %s', async (origin) => {
    const asked = await preflight(origin);
    expect(asked.statusCode).toBe(200);
    expect(asked.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'content-type,x-amz-target',
      'access-control-max-age': '172800',
    });
    const headers = { origin, 'x-amz-target': 'AWSCognitoIdentityService.GetId' };
    const answer = await send({ method: 'POST', headers, body: '{}' });
    expect(answer.headers['access-control-allow-origin']).toBe('*');
    expect(answer.headers['access-control-expose-headers']).toBe(
      'x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date,x-more',
    );
  });

  it('may read errors too', async () => {
    const headers = { origin: 'http://localhost:1', 'x-amz-target': 'AWSCognitoIdentityService.Refuse' };
    const answer = await send({ method: 'POST', headers, body: '{}' });
    expect(answer.statusCode).toBe(400);
    expect(answer.headers['access-control-allow-origin']).toBe('*');
  });

  it.each(['https://example.com', 'https://localhost.example.com', 'http://evil-localhost', 'null'])(
    'may call none when they are not of this machine: %s',
    async (origin) => {
      const asked = await preflight(origin);
      expect(asked.statusCode).toBe(403);
      expect(asked.headers['access-control-allow-origin']).toBeUndefined();
      const headers = { origin, 'x-amz-target': 'AWSCognitoIdentityService.GetId' };
      const answer = await send({ method: 'POST', headers, body: '{}' });
      expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    },
  );

  it('may not call a service that does not say so', async () => {
    const asked = await preflight('http://localhost:4200', 'authorization');
    expect(asked.headers['access-control-allow-origin']).toBeUndefined();
    const answer = await send({ headers: { origin: 'http://localhost:4200' } });
    expect(await text(answer)).toBe('hidden');
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  });
});

describe('a websocket', () => {
  const open = (path: string, headers: Record<string, string> = {}) =>
    new WebSocket(`ws://127.0.0.1:${server.port}${path}`, { headers });
  const refusal = (socket: WebSocket): Promise<number | undefined> =>
    new Promise((resolve) =>
      socket.once('unexpected-response', (request, response) => {
        resolve(response.statusCode);
        request.destroy();
      }),
    );

  it('goes to the service that has its host', async () => {
    const socket = open('/echo', { host: 'a.site.localhost' });
    await new Promise((resolve) => socket.once('open', resolve));
    socket.send('hello');
    const back = await new Promise<Buffer>((resolve) => socket.once('message', resolve));
    expect(back.toString()).toBe('hello');
    socket.close();
  });

  it('goes to the first service that takes it when none has its host', async () => {
    const socket = open('/chat', { origin: 'http://chat.localhost:4566' });
    const reason = await new Promise<Buffer>((resolve) =>
      socket.once('close', (_code, why: Buffer) => resolve(why)),
    );
    expect(reason.toString()).toBe('hello');
  });

  it.each<[string, Record<string, string>, number]>([
    ['/nowhere', {}, 404],
    ['/forbidden', {}, 403],
    ['/chat', { origin: 'https://example.com' }, 403],
    ['/chat', { host: 'a.site.localhost' }, 404],
  ])('is refused: %s %j', async (path, headers, status) => {
    expect(await refusal(open(path, headers))).toBe(status);
  });
});
