import {
  createManualClock,
  createMemoryStore,
  createSimulationClock,
  noFaults,
} from '@atlas-engine/simulation';
import type { CallFault, FaultPlan, FaultPoint } from '@atlas-engine/simulation';
import { connect as connectHttp2 } from 'node:http2';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { AwsError, createWireServer, jsonService, parseXml, queryService, restJsonService } from './index.ts';
import type { CallReport, ServiceDouble, WireRequest, WireServer, WireServerOptions } from './index.ts';

const seen: WireRequest[] = [];
const echo = jsonService({
  service: 'states',
  version: '1.0',
  operations: {
    Echo: (input, { request, region, operation }) => {
      seen.push(request);
      return { input, region, operation };
    },
    Times: () => ({ at: new Date(1_500), bytes: Buffer.from('ab'), none: undefined }),
    Fail: () => {
      throw new TypeError('a bug');
    },
    Refuse: () => {
      throw new AwsError('Refused', 'not so');
    },
  },
});
const topics = queryService({ service: 'sns', xmlns: 'urn:sns', operations: {} });
const lambda = restJsonService({
  service: 'lambda',
  routes: [
    { method: 'GET', path: '/functions/{Name}', operation: 'GetFunction', handle: ({ params }) => params },
    { method: 'GET', path: '/functions/list', operation: 'ListFunctions', handle: () => ({ all: true }) },
    { method: 'GET', path: '/tags/{Arn+}', operation: 'ListTags', handle: ({ params }) => params },
    {
      method: 'POST',
      path: '/functions',
      operation: 'CreateFunction',
      handle: ({ input }) => ({ got: input }),
    },
  ],
});
const bucket: ServiceDouble = {
  service: 's3',
  operationOf: () => 'PutObject',
  handle: (request) => {
    seen.push(request);
    return Promise.resolve({ status: 200, body: request.body });
  },
};
const page: ServiceDouble = {
  service: 'page',
  claims: ({ path }) => path.startsWith('/page'),
  operationOf: () => 'GetPage',
  handle: ({ query }) => Promise.resolve({ status: 200, body: `hello ${query.get('who') ?? ''}` }),
};

let server: WireServer | undefined;
const start = async (options: Partial<WireServerOptions> = {}): Promise<WireServer> => {
  server = await createWireServer({
    services: [echo, topics, lambda, bucket, page],
    clock: createManualClock(),
    store: createMemoryStore(),
    ...options,
  });
  return server;
};
afterEach(async () => {
  await server?.close();
  server = undefined;
  seen.length = 0;
});

const signed = (service: string) => ({
  authorization: `AWS4-HMAC-SHA256 Credential=KEY/20261101/eu-west-1/${service}/aws4_request, SignedHeaders=host, Signature=0`,
});
const call = (operation: string, body: string | Buffer<ArrayBuffer> = '{}', headers = {}) =>
  fetch(`${server?.url ?? ''}/`, {
    method: 'POST',
    headers: { ...signed('states'), 'x-amz-target': `AWSStepFunctions.${operation}`, ...headers },
    body,
  });
const planOf = (...kinds: CallFault['kind'][]): FaultPlan & { points: FaultPoint[] } => {
  const points: FaultPoint[] = [];
  return {
    ...noFaults,
    points,
    call: (point) => {
      points.push(point);
      return { kind: kinds.shift() ?? 'none' };
    },
  };
};

describe('routing', () => {
  it('goes by signing scope, from the header or from a presigned query', async () => {
    const { url } = await start();
    const answer = await call('Echo', '{"a":1}');
    await expect(answer.json()).resolves.toEqual({ input: { a: 1 }, region: 'eu-west-1', operation: 'Echo' });
    expect(answer.headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/);
    const presigned = 'X-Amz-Credential=KEY%2F20261101%2Feu-west-1%2Fs3%2Faws4_request';
    await fetch(`${url}/bucket/a%20b?${presigned}`, { method: 'PUT', body: 'x' });
    expect(seen.at(-1)).toMatchObject({
      path: '/bucket/a%20b',
      scope: { accessKeyId: 'KEY', service: 's3' },
    });
  });

  it('gives unsigned requests to the service that claims them', async () => {
    const { url } = await start();
    await expect((await fetch(`${url}/page?who=you`)).text()).resolves.toBe('hello you');
    const bearer = await fetch(`${url}/page`, { headers: { authorization: 'Bearer token' } });
    expect(bearer.status).toBe(200);
    const nobody = await fetch(`${url}/elsewhere`);
    expect(nobody.status).toBe(403);
    await expect(nobody.json()).resolves.toEqual({
      message: 'GET /elsewhere: no service claims this unsigned request',
    });
  });

  it('refuses an unknown service by its name, in the protocol of the caller', async () => {
    const { url } = await start();
    const headers = signed('kinesis');
    const json = await fetch(url, { method: 'POST', headers: { ...headers, 'x-amz-target': 'Kinesis.Put' } });
    await expect(json.json()).resolves.toMatchObject({
      __type: 'UnknownOperationException',
      message: expect.stringContaining('kinesis'),
    });
    const form = new URLSearchParams({ Action: 'AssumeRole' });
    const xml = await fetch(url, { method: 'POST', headers: signed('sts'), body: form });
    expect(parseXml(await xml.text())).toMatchObject({
      ErrorResponse: { Error: { Type: 'Sender', Code: 'UnknownOperationException' } },
    });
    const rest = await fetch(`${url}/things`, { headers: signed('appsync') });
    expect(rest.headers.get('x-amzn-errortype')).toBe('UnknownOperationException');
  });

  it('refuses an unknown operation by its name', async () => {
    const { url } = await start();
    await expect((await call('Other')).json()).resolves.toMatchObject({
      message: 'states: the local double does not support operation Other',
    });
    const query = new URLSearchParams({ Action: 'Subscribe', Version: '2010-03-31' });
    const xml = await fetch(url, { method: 'POST', headers: signed('sns'), body: query });
    await expect(xml.text()).resolves.toContain('operation Subscribe');
    const rest = await fetch(`${url}/functions`, { method: 'DELETE', headers: signed('lambda') });
    expect(rest.headers.get('x-amzn-errortype')).toBe('UnknownOperationException');
    await expect(rest.text()).resolves.toContain('DELETE /functions');
  });

  it.each([
    ['a credential that is too short', 'AWS4-HMAC-SHA256 Credential=KEY/eu-west-1/sqs', 'Credential must be'],
    ['no credential', 'AWS4-HMAC-SHA256 SignedHeaders=host', "requires 'Credential'"],
    [
      'an asymmetric signature',
      'AWS4-ECDSA-P256-SHA256 Credential=KEY/20261101/s3/aws4_request',
      'AWS4-ECDSA',
    ],
  ])('refuses %s', async (_what, authorization, message) => {
    await start();
    const answer = await call('Echo', '{}', { authorization });
    await expect(answer.json()).resolves.toMatchObject({
      __type: 'IncompleteSignatureException',
      message: expect.stringContaining(message),
    });
  });

  it('prefers the more literal of two paths, and decodes parameters', async () => {
    const { url } = await start();
    const get = async (path: string) => (await fetch(url + path, { headers: signed('lambda') })).json();
    await expect(get('/functions/list')).resolves.toEqual({ all: true });
    await expect(get('/functions/a%3Ab/')).resolves.toEqual({ Name: 'a:b' });
    await expect(get('/tags/arn%3Aaws/x/y')).resolves.toEqual({ Arn: 'arn:aws/x/y' });
    await expect(get('/functions/%')).resolves.toEqual({ message: 'Name: is not percent-encoded text' });
  });

  it('refuses two services of one scope, and a host that others can reach', async () => {
    await expect(start({ services: [echo, echo] })).rejects.toThrow('two have the signing scope states');
    await expect(start({ host: '0.0.0.0' })).rejects.toThrow('host: must be a loopback address');
  });
});

describe('bodies', () => {
  it('are unzipped, but not for S3, where gzip is the object’s own', async () => {
    const { url } = await start();
    const zipped = gzipSync('{"a":1}');
    const answer = await call('Echo', zipped, { 'content-encoding': 'gzip' });
    await expect(answer.json()).resolves.toMatchObject({ input: { a: 1 } });
    await fetch(`${url}/b/k`, {
      method: 'PUT',
      headers: { ...signed('s3'), 'content-encoding': 'gzip' },
      body: zipped,
    });
    expect(seen.at(-1)?.body.equals(zipped)).toBe(true);
    expect(seen.at(-1)?.headers['content-encoding']).toBe('gzip');
  });

  it('are taken out of aws-chunked frames, trailers becoming headers', async () => {
    const { url } = await start();
    const put = (body: string, headers = {}) =>
      fetch(`${url}/b/k`, {
        method: 'PUT',
        headers: { ...signed('s3'), 'content-encoding': 'aws-chunked,br', ...headers },
        body,
      });
    await put('5;chunk-signature=0\r\nhello\r\n6\r\n world\r\n0\r\nx-amz-checksum-crc32:abc=\r\n\r\n', {
      'x-amz-decoded-content-length': '11',
    });
    expect(seen.at(-1)).toMatchObject({
      headers: { 'x-amz-checksum-crc32': 'abc=', 'content-encoding': 'br' },
    });
    expect(seen.at(-1)?.body.toString()).toBe('hello world');
    for (const broken of ['5\r\nhel', 'xyz\r\nhello\r\n0\r\n\r\n', '5\r\nhello\r\n']) {
      const answer = await put(broken);
      expect(answer.status).toBe(400);
      await expect(answer.text()).resolves.toContain('aws-chunked body');
    }
    const short = await put('5\r\nhello\r\n0\r\n\r\n', { 'x-amz-decoded-content-length': '6' });
    await expect(short.text()).resolves.toContain('announces 6 bytes, the body has 5');
  });

  it('must be what they say they are', async () => {
    await start();
    const notZipped = await call('Echo', 'plain', { 'content-encoding': 'gzip' });
    await expect(notZipped.json()).resolves.toMatchObject({ __type: 'SerializationException' });
    await expect((await call('Echo', '[1]')).json()).resolves.toMatchObject({
      __type: 'SerializationException',
    });
    await expect((await call('Echo', '{')).json()).resolves.toMatchObject({ message: 'body: is not JSON' });
  });

  it('carry times as epoch seconds and bytes as base64', async () => {
    await start();
    await expect((await call('Times')).json()).resolves.toEqual({ at: 1.5, bytes: 'YWI=' });
  });
});

describe('a call', () => {
  it('is durable before its answer leaves', async () => {
    const order: string[] = [];
    const store = { ...createMemoryStore(), flush: () => void order.push('flush') };
    await start({ store, observe: () => void order.push('answer') });
    await call('Echo');
    await call('Refuse');
    expect(order).toEqual(['flush', 'answer', 'flush', 'answer']);
  });

  it('can be refused before it has an effect, and is seen with its name', async () => {
    const reports: CallReport[] = [];
    await start({
      authorize: ({ scope }, operation) => {
        if (scope?.accessKeyId === 'KEY')
          throw new AwsError('AccessDeniedException', `not allowed: ${operation}`, { status: 400 });
      },
      observe: (report) => void reports.push(report),
    });
    await expect((await call('Echo')).json()).resolves.toEqual({
      __type: 'AccessDeniedException',
      message: 'not allowed: Echo',
    });
    expect(seen).toEqual([]);
    expect(reports).toMatchObject([
      { service: 'states', operation: 'Echo', status: 400, accessKeyId: 'KEY' },
    ]);
  });

  it('that meets a defect of the double is a 500, and the defect is reported', async () => {
    const defects: unknown[] = [];
    await start({ onDefect: (defect, where) => void defects.push([defect, where]) });
    const answer = await call('Fail');
    expect(answer.status).toBe(500);
    await expect(answer.json()).resolves.toMatchObject({ __type: 'InternalFailure' });
    expect(defects).toEqual([[new TypeError('a bug'), { service: 'states', operation: 'Fail' }]]);
  });

  it('keeps the clock busy, but a long poll does not', async () => {
    const clock = createSimulationClock({ start: 0, speed: Infinity });
    const hour = 3_600_000;
    const poll: ServiceDouble = {
      service: 'poll',
      claims: () => true,
      operationOf: () => 'Poll',
      longPoll: ({ path }) => path === '/page/poll',
      handle: async () => {
        await Promise.race([clock.sleep(hour), new Promise((resolve) => setTimeout(resolve, 20))]);
        return { status: 200, body: clock.now() >= hour ? 'an hour on' : 'at once' };
      },
    };
    const { url } = await start({ services: [poll], clock });
    const text = async (path: string) => (await fetch(url + path)).text();
    await expect(text('/page/call')).resolves.toBe('at once');
    await expect(text('/page/poll')).resolves.toBe('an hour on');
    clock.stop();
  });
});

describe('planned faults', () => {
  it('refuse a call before it has an effect', async () => {
    const faults = planOf('throttle', 'server-error');
    await start({ faults });
    const throttled = await call('Echo');
    expect(throttled.status).toBe(400);
    await expect(throttled.json()).resolves.toMatchObject({ __type: 'ThrottlingException' });
    expect((await call('Echo')).status).toBe(500);
    expect(seen).toEqual([]);
    expect((await call('Echo')).status).toBe(200);
    const keys = new Set(faults.points.map(({ key }) => key));
    expect(keys.size).toBe(1);
    expect(faults.points[0]).toMatchObject({ service: 'states', operation: 'Echo' });
  });

  it('are written as each protocol writes them', async () => {
    const { url } = await start({ faults: planOf('throttle', 'throttle', 'throttle') });
    const rest = await fetch(`${url}/functions/list`, { headers: signed('lambda') });
    expect([rest.status, rest.headers.get('x-amzn-errortype')]).toEqual([429, 'ThrottlingException']);
    const s3 = await fetch(`${url}/b/k`, { headers: signed('s3') });
    expect(s3.status).toBe(503);
    expect(parseXml(await s3.text())).toMatchObject({ Error: { Code: 'SlowDown', Resource: '/b/k' } });
    const form = new URLSearchParams({ Action: 'Publish' });
    const sns = await fetch(url, { method: 'POST', headers: signed('sns'), body: form });
    await expect(sns.text()).resolves.toContain('<Code>ThrottlingException</Code>');
  });

  it('lose an answer after the effect, over both versions of HTTP', async () => {
    const reports: CallReport[] = [];
    const faults = planOf('lost-answer', 'lost-answer');
    const { url } = await start({ faults, observe: (report) => void reports.push(report) });
    await expect(call('Echo')).rejects.toThrow();
    const session = connectHttp2(url);
    const http2 = await new Promise<string>((resolve) => {
      const stream = session.request({
        ':method': 'POST',
        ':path': '/',
        ...signed('states'),
        'x-amz-target': 'AWSStepFunctions.Echo',
      });
      stream.on('response', () => resolve('answered'));
      stream.on('error', () => resolve('lost'));
      stream.on('close', () => resolve('lost'));
      stream.end('{}');
    });
    expect(http2).toBe('lost');
    session.destroy();
    expect(seen.length).toBe(2);
    expect(reports.map(({ status }) => status)).toEqual([0, 0]);
  });

  it('spare what the service or the host spares, and may be answered by the service', async () => {
    const own: ServiceDouble = {
      ...echo,
      faultsApply: ({ headers }) => headers['x-spared'] === undefined,
      faultKeyOf: () => 'the key',
      faultResponse: ({ kind }) => ({ status: 418, body: kind }),
    };
    const faults = planOf('throttle', 'throttle');
    await start({ services: [own], faults, faultsApply: ({ headers }) => headers['x-host'] === undefined });
    expect((await call('Echo', '{}', { 'x-spared': '1' })).status).toBe(200);
    expect((await call('Echo', '{}', { 'x-host': '1' })).status).toBe(200);
    expect((await call('Echo')).status).toBe(418);
    expect(faults.points.map(({ key }) => key)).toEqual(['the key']);
  });
});

describe('connections', () => {
  it('are told apart even when the first bytes come one by one', async () => {
    const { port } = await start();
    const socket = connect(port, '127.0.0.1');
    const request = 'PUT /page HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: 0\r\n\r\n';
    const answer = new Promise<string>((resolve) => {
      let text = '';
      socket.on('data', (data) => (text += data.toString()));
      socket.on('end', () => resolve(text));
    });
    socket.setNoDelay(true);
    for (const character of request.slice(0, 4)) {
      socket.write(character);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    socket.write(request.slice(4));
    await expect(answer).resolves.toContain('HTTP/1.1 200 OK');
  });

  it('end when the server closes, once calls under way are answered', async () => {
    let release: () => void = () => undefined;
    const slow: ServiceDouble = {
      ...page,
      handle: async () => {
        await new Promise<void>((resolve) => {
          release = resolve;
        });
        return { status: 200, body: 'done' };
      },
    };
    const { url } = await start({ services: [slow] });
    const answer = fetch(`${url}/page`);
    await new Promise((resolve) => setTimeout(resolve, 20));
    const closed = server?.close();
    release();
    await expect((await answer).text()).resolves.toBe('done');
    await closed;
    await expect(fetch(`${url}/page`)).rejects.toThrow();
  });
});
