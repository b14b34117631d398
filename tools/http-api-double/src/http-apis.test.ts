import { request as httpRequest } from 'node:http';
import { AwsError, createWireServer } from '@atlas-engine/aws-wire';
import { createWorld, functionArn, noon } from './fixtures/world.ts';

const json = (body: unknown) => JSON.stringify(body);

describe('the event of a request', () => {
  it('is what API Gateway sends in format 2.0', async () => {
    const { ask, define, events, callers } = createWorld();
    define(['PUT /api/contacts/{contactId}/wrap-up']);
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'browser',
      cookie: 'a=1; b=2',
      accept: 'one, two',
    };
    const body = Buffer.from('{"notes":"é"}');
    await ask('PUT', '/api/contacts/c%201/wrap-up?x=1&x=2&y=%20', { headers, body });
    expect(events).toEqual([
      {
        version: '2.0',
        routeKey: 'PUT /api/contacts/{contactId}/wrap-up',
        rawPath: '/api/contacts/c 1/wrap-up',
        rawQueryString: 'x=1&x=2&y=%20',
        cookies: ['a=1', 'b=2'],
        headers: {
          'content-type': 'application/json',
          'content-length': String(body.length),
          'user-agent': 'browser',
          accept: 'one, two',
          host: 'api1.execute-api.us-east-1.localhost:4566',
          'x-amzn-trace-id': expect.stringMatching(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24}$/),
          'x-forwarded-for': '127.0.0.1',
          'x-forwarded-port': '443',
          'x-forwarded-proto': 'https',
        },
        queryStringParameters: { x: '1,2', y: ' ' },
        requestContext: {
          accountId: '000000000000',
          apiId: 'api1',
          domainName: 'api1.execute-api.us-east-1.amazonaws.com',
          domainPrefix: 'api1',
          http: {
            method: 'PUT',
            path: '/api/contacts/c 1/wrap-up',
            protocol: 'HTTP/1.1',
            sourceIp: '127.0.0.1',
            userAgent: 'browser',
          },
          requestId: expect.any(String),
          routeKey: 'PUT /api/contacts/{contactId}/wrap-up',
          stage: '$default',
          time: '22/Nov/2026:12:00:00 +0000',
          timeEpoch: noon,
        },
        pathParameters: { contactId: 'c 1' },
        body: '{"notes":"é"}',
        isBase64Encoded: false,
      },
    ]);
    expect(callers).toEqual([
      'arn:aws:execute-api:us-east-1:000000000000:api1/$default/PUT/api/contacts/{contactId}/wrap-up',
    ]);
  });

  it('has a form, as anything that is no text, in base64', async () => {
    const { ask, define, events } = createWorld();
    define(['POST /form']);
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    await ask('POST', '/form', { headers, body: Buffer.from('a=b') });
    expect(events[0]).toMatchObject({ body: 'YT1i', isBase64Encoded: true });
  });

  it('leaves out what a request does not have', async () => {
    const { ask, define, events } = createWorld();
    define(['$default']);
    await ask('GET', '/anything');
    for (const member of ['body', 'cookies', 'pathParameters', 'queryStringParameters'])
      expect(events[0]).not.toHaveProperty(member);
  });
});

describe('the answer of a function', () => {
  const answered = async (payload: string) => {
    const { world, ask, define } = createWorld();
    define(['GET /']);
    world.function = () => ({ payload });
    return ask('GET', '/');
  };

  it('is given as it says', async () => {
    const headers = { 'Content-Type': 'text/html', 'X-Count': 3 };
    const answer = json({ statusCode: 201, headers, cookies: ['a=1; Path=/', 'b=2'], body: '<p>' });
    expect(await answered(answer)).toEqual({
      status: 201,
      headers: { 'content-type': 'text/html', 'x-count': '3', 'apigw-requestid': expect.any(String) },
      cookies: ['a=1; Path=/', 'b=2'],
      body: '<p>',
    });
    const binary = await answered(json({ statusCode: 200, body: 'AAE=', isBase64Encoded: true }));
    expect(binary.body).toEqual(Buffer.from([0, 1]));
    expect(binary.headers).toMatchObject({ 'content-type': 'text/plain; charset=utf-8' });
  });

  it('is the whole result when it has no status code', async () => {
    expect(await answered(json({ a: 1 }))).toMatchObject({
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: '{"a":1}',
    });
  });

  it.each(['null', '', json({ statusCode: 'no' }), json({ statusCode: 200, body: {} })])(
    'is 500 when it is %j',
    async (payload) => {
      expect(await answered(payload)).toMatchObject({
        status: 500,
        body: '{"message":"Internal Server Error"}',
      });
    },
  );
});

describe('a function that does not answer', () => {
  it('is 500 when it fails, or may not be called', async () => {
    const { world, ask, define } = createWorld();
    define(['GET /']);
    world.function = () => ({ payload: '{}', functionError: 'Unhandled' });
    expect((await ask('GET', '/')).status).toBe(500);
    world.function = () => {
      throw new AwsError('AccessDeniedException', 'not allowed', { status: 403 });
    };
    expect((await ask('GET', '/')).status).toBe(500);
  });

  it('is 503 when Lambda is out of capacity, or it takes longer than API Gateway waits', async () => {
    const { world, ask, define, clock } = createWorld();
    define(['GET /'], { integration: { TimeoutInMillis: 29_000 } });
    world.function = () => {
      throw new AwsError('TooManyRequestsException', 'Rate exceeded', { status: 429 });
    };
    expect((await ask('GET', '/')).status).toBe(503);
    world.function = () => new Promise(() => undefined);
    const asked = ask('GET', '/');
    await clock.advanceBy(29_000);
    expect(await asked).toMatchObject({ status: 503, body: '{"message":"Service Unavailable"}' });
  });
});

describe('a request that no function gets', () => {
  it('is 404 without a route, a stage or an API', async () => {
    const { ask, define, apis, events } = createWorld();
    define(['GET /api/a']);
    expect(await ask('POST', '/api/a')).toMatchObject({ status: 404, body: '{"message":"Not Found"}' });
    const host = { host: 'other.execute-api.us-east-1.localhost' };
    expect((await ask('GET', '/api/a', { headers: host })).status).toBe(404);
    apis.remove('Stage', '$default');
    expect((await ask('GET', '/api/a')).status).toBe(404);
    expect(events).toEqual([]);
  });

  it('is 413 with more than 10 MB', async () => {
    const { ask, define } = createWorld();
    define(['POST /']);
    const answer = await ask('POST', '/', { body: Buffer.alloc(10 * 1024 * 1024 + 1) });
    expect(answer).toMatchObject({ status: 413, body: '{"message":"Request Entity Too Large"}' });
  });

  it('is 429 beyond the burst, and passes again at the rate', async () => {
    const { ask, define, clock } = createWorld();
    const stage = {
      DefaultRouteSettings: { ThrottlingRateLimit: 2, ThrottlingBurstLimit: 2 },
      RouteSettings: { 'GET /slow': { ThrottlingRateLimit: 1, ThrottlingBurstLimit: 1 } },
    };
    define(['GET /fast', 'GET /slow'], { stage });
    const statuses = async (path: string, count: number) => {
      const answers = [];
      for (let index = 0; index < count; index += 1) answers.push((await ask('GET', path)).status);
      return answers;
    };
    expect(await statuses('/fast', 3)).toEqual([200, 200, 429]);
    expect(await statuses('/slow', 2)).toEqual([200, 429]);
    await clock.advanceBy(500);
    expect(await statuses('/fast', 2)).toEqual([200, 429]);
    expect(await statuses('/slow', 1)).toEqual([429]);
  });
});

describe('what is known of a request afterwards', () => {
  it('is a line in the format of the stage, and metrics', async () => {
    const { ask, define, lines, metrics } = createWorld();
    const AccessLogSettings = {
      DestinationArn: 'arn:aws:logs:us-east-1:000000000000:log-group:/aws/vendedlogs/apis/x:*',
      Format: '$context.routeKey $context.status $context.integrationErrorMessage $context.authorizer.error',
    };
    define(['GET /api/{id}'], { stage: { AccessLogSettings } });
    await ask('GET', '/api/secret');
    await ask('GET', '/nowhere');
    expect(lines).toEqual([
      '/aws/vendedlogs/apis/x GET /api/{id} 200 - -',
      '/aws/vendedlogs/apis/x - 404 - -',
    ]);
    const counted = metrics.filter(({ name }) => name === 'Count' || name === '4xx');
    expect(counted.map(({ name, value }) => [name, value])).toEqual([
      ['Count', 1],
      ['4xx', 0],
      ['Count', 1],
      ['4xx', 1],
    ]);
    expect(metrics[0]?.dimensions).toEqual({ ApiId: 'api1' });
  });
});

describe('pages of other origins', () => {
  const CorsConfiguration = {
    AllowOrigins: ['https://example.com'],
    AllowMethods: ['GET'],
    AllowHeaders: ['authorization'],
    MaxAge: 60,
  };
  const from = (origin: string) => ({ headers: { origin, 'access-control-request-method': 'GET' } });

  it('may call and read when the API says so', async () => {
    const { ask, define } = createWorld();
    define(['GET /'], { api: { CorsConfiguration } });
    expect((await ask('OPTIONS', '/', from('https://example.com'))).headers).toMatchObject({
      'access-control-allow-origin': 'https://example.com',
      'access-control-allow-methods': 'GET',
      'access-control-allow-headers': 'authorization',
      'access-control-max-age': '60',
    });
    const name = 'access-control-allow-origin';
    expect((await ask('GET', '/', from('https://example.com'))).headers?.[name]).toBe('https://example.com');
    expect((await ask('GET', '/', from('https://evil.example.com'))).headers?.[name]).toBeUndefined();
  });

  it('are met by no route when it does not', async () => {
    const { ask, define } = createWorld();
    define(['GET /']);
    expect((await ask('OPTIONS', '/', from('https://example.com'))).status).toBe(404);
  });
});

describe('definitions', () => {
  it('outlive the process', async () => {
    const { define, store } = createWorld();
    define(['GET /']);
    expect((await createWorld(store).ask('GET', '/')).status).toBe(200);
  });

  it.each([
    ['Api', { Name: 'x', ProtocolType: 'WEBSOCKET' }],
    ['Stage', { ApiId: 'api1', StageName: 'prod', AutoDeploy: true }],
    ['Integration', { ApiId: 'api1', IntegrationType: 'HTTP_PROXY', PayloadFormatVersion: '1.0' }],
    [
      'Integration',
      {
        ApiId: 'api1',
        IntegrationType: 'AWS_PROXY',
        IntegrationUri: functionArn,
        PayloadFormatVersion: '2.0',
        TimeoutInMillis: 30_001,
      },
    ],
    ['Route', { ApiId: 'api1', RouteKey: 'GET', Target: 'integrations/int1' }],
    ['Route', { ApiId: 'none', RouteKey: 'GET /x', Target: 'integrations/int1' }],
    ['Route', { ApiId: 'api1', RouteKey: 'GET /', Target: 'integrations/int1' }],
  ] as const)('%s %j is refused', (part, properties) => {
    const { apis, define } = createWorld();
    define(['GET /']);
    expect(() => apis.put(part, 'new', properties)).toThrow(AwsError);
  });
});

describe('on the wire', () => {
  it('an API is met at its host, signed or not', async () => {
    const { apis, clock, store, define } = createWorld();
    define(['GET /']);
    const server = await createWireServer({ services: [apis.service], clock, store });
    const status = (host: string) =>
      new Promise((resolve, reject) => {
        const asked = httpRequest(server.url, { headers: { host } }, (response) => {
          response.resume();
          resolve(response.statusCode);
        });
        asked.on('error', reject).end();
      });
    expect(await status(apis.hostOf('api1'))).toBe(200);
    expect(await status('api1.execute-api.us-east-1.amazonaws.com')).toBe(200);
    expect(await status('api1.execute-api.eu-west-1.localhost')).toBe(403);
    await server.close();
  });
});
