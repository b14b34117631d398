import { openSite } from './testing/site.ts';

const html = {
  status: 200,
  headers: {
    'content-type': 'text/html',
    etag: '"one"',
    'last-modified': 'Sat, 21 Nov 2026 10:00:00 GMT',
    'cache-control': 'max-age=60',
    'x-amz-request-id': 'REQUEST',
  },
  body: '<h1>hello</h1>',
};

describe('a distribution', () => {
  it('serves its root object at its own host and at its aliases, and no other host', async () => {
    const { put, ask, objects, hostOf, cloudFront } = openSite();
    objects.set('/index.html', html);
    const site = put({
      Aliases: ['console.localhost'],
      ViewerCertificate: {
        AcmCertificateArn: 'arn:aws:acm:us-east-1:000000000000:certificate/local',
        SslSupportMethod: 'sni-only',
      },
    });
    expect(site).toMatchObject({
      arn: `arn:aws:cloudfront::000000000000:distribution/${site.id}`,
      domainName: expect.stringMatching(/^d[0-9a-f]{13}\.cloudfront\.net$/),
    });
    for (const host of [hostOf(site), 'console.localhost'])
      expect(await ask({ host, path: '/' })).toMatchObject({ status: 200, body: '<h1>hello</h1>' });
    expect(cloudFront.service.hosts?.('other.localhost')).toBe(false);
  });

  it('outlives a restart', async () => {
    const { put, ask, objects, hostOf, reopen } = openSite();
    objects.set('/index.html', html);
    const host = hostOf(put());
    expect(await ask({ host, path: '/' }, reopen())).toMatchObject({ status: 200 });
  });

  it('hides what S3 tells its direct callers, and says how the answer came about', async () => {
    const { put, ask, objects, hostOf } = openSite();
    objects.set('/index.html', html);
    const { headers = {} } = await ask({ host: hostOf(put()), path: '/' });
    expect(headers['x-amz-request-id']).toBeUndefined();
    expect(headers).toMatchObject({
      'x-cache': 'Miss from cloudfront',
      via: expect.stringContaining('CloudFront'),
    });
  });

  it('refuses a method that its behaviour does not allow', async () => {
    const { put, ask, hostOf } = openSite();
    const host = hostOf(put());
    const answer = await ask({ host, path: '/', method: 'POST' });
    expect(answer.status).toBe(403);
    expect(answer.body).toContain('not configured to allow the HTTP request method');
  });

  it('answers HEAD with the length of the body that it does not send', async () => {
    const { put, ask, objects, hostOf } = openSite();
    objects.set('/index.html', html);
    const answer = await ask({ host: hostOf(put()), path: '/', method: 'HEAD' });
    expect(answer).toMatchObject({ status: 200, body: '', headers: { 'content-length': '14' } });
  });

  it('serves nothing while it is disabled', async () => {
    const { put, ask, hostOf } = openSite();
    expect((await ask({ host: hostOf(put({ Enabled: false })), path: '/' })).status).toBe(403);
  });

  it('shows a page of its own in place of an error, with the code that it is told', async () => {
    const { put, ask, objects, hostOf } = openSite();
    objects.set('/missing.html', { ...html, body: 'not here' });
    const host = hostOf(
      put({
        CustomErrorResponses: [{ ErrorCode: 404, ResponseCode: 410, ResponsePagePath: '/missing.html' }],
      }),
    );
    expect(await ask({ host, path: '/nothing' })).toMatchObject({ status: 410, body: 'not here' });
    objects.delete('/missing.html');
    const other = hostOf(
      put(
        { CustomErrorResponses: [{ ErrorCode: 404, ResponseCode: 200, ResponsePagePath: '/gone.html' }] },
        'Other',
      ),
    );
    expect(await ask({ host: other, path: '/nothing' })).toMatchObject({ status: 404 });
  });
});

describe('the cache', () => {
  it('keeps an answer as long as it says, whatever the query, and tells its age', async () => {
    const { put, ask, objects, asked, hostOf, pass } = openSite();
    objects.set('/index.html', html);
    const host = hostOf(put());
    await ask({ host, path: '/' });
    await pass(59_000);
    const hit = await ask({ host, path: '/index.html', rawQuery: 'x=1' });
    expect(hit.headers).toMatchObject({ 'x-cache': 'Hit from cloudfront', age: '59' });
    await pass(1000);
    expect((await ask({ host, path: '/' })).headers).toMatchObject({ 'x-cache': 'Miss from cloudfront' });
    expect(asked).toHaveLength(2);
  });

  it.each([
    ['no-store', 1],
    ['public, max-age=31536000, immutable', 31_536_000],
    ['max-age=5, s-maxage=20', 20],
    ['', 86_400],
  ])('keeps an answer with cache-control "%s" for %d s', async (control, seconds) => {
    const { put, ask, objects, asked, hostOf, pass } = openSite();
    objects.set('/a.js', { ...html, headers: { ...html.headers, 'cache-control': control } });
    const host = hostOf(put());
    await ask({ host, path: '/a.js' });
    await pass(seconds * 1000 - 1);
    await ask({ host, path: '/a.js' });
    expect(asked).toHaveLength(1);
    await pass(1);
    await ask({ host, path: '/a.js' });
    expect(asked).toHaveLength(2);
  });

  it('keeps errors for ten seconds, or as a custom error response says', async () => {
    const { put, ask, asked, hostOf, pass } = openSite();
    const host = hostOf(put());
    await ask({ host, path: '/nothing' });
    await pass(9_999);
    await ask({ host, path: '/nothing' });
    expect(asked).toHaveLength(1);
    const eager = hostOf(put({ CustomErrorResponses: [{ ErrorCode: 404, ErrorCachingMinTTL: 0 }] }, 'Eager'));
    await ask({ host: eager, path: '/nothing' });
    await ask({ host: eager, path: '/nothing' });
    expect(asked).toHaveLength(3);
  });

  it('forgets what is invalidated, of that distribution', async () => {
    const { put, ask, objects, asked, hostOf, cloudFront } = openSite();
    objects.set('/index.html', html).set('/a.js', html);
    const [site, other] = [put(), put({}, 'Other')];
    for (const one of [site, other])
      for (const path of ['/', '/a.js']) await ask({ host: hostOf(one), path });
    cloudFront.invalidate(site.id, ['/index*']);
    for (const one of [site, other])
      for (const path of ['/', '/a.js']) await ask({ host: hostOf(one), path });
    expect(asked.slice(4).map(({ path }) => path)).toEqual(['/index.html']);
  });

  it('is passed by for a part of an object', async () => {
    const { put, ask, objects, asked, hostOf } = openSite();
    objects.set('/index.html', html);
    const host = hostOf(put());
    await ask({ host, path: '/' });
    await ask({ host, path: '/', headers: { range: 'bytes=0-3' } });
    expect(asked[1]?.headers['range']).toBe('bytes=0-3');
  });
});

describe('an answer', () => {
  const script = {
    ...html,
    headers: { ...html.headers, 'content-type': 'text/javascript' },
    body: 'x'.repeat(1000),
  };

  it.each([
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['identity', undefined],
  ])('is compressed as the viewer takes it: %s', async (accepted, encoding) => {
    const { put, ask, objects, hostOf } = openSite();
    objects.set('/a.js', script);
    const { headers = {} } = await ask({
      host: hostOf(put()),
      path: '/a.js',
      headers: { 'accept-encoding': accepted },
    });
    expect(headers['content-encoding']).toBe(encoding);
    expect(headers['vary']).toBe('Accept-Encoding');
    expect(headers['etag']).toBe(encoding === undefined ? '"one"' : 'W/"one"');
  });

  it.each([
    ['too small', { ...script, body: 'x'.repeat(999) }],
    [
      'of a type that is small already',
      { ...script, headers: { ...script.headers, 'content-type': 'image/png' } },
    ],
    ['compressed already', { ...script, headers: { ...script.headers, 'content-encoding': 'gzip' } }],
  ])('goes as it is when it is %s', async (_why, object) => {
    const { put, ask, objects, hostOf } = openSite();
    objects.set('/a', object);
    const answer = await ask({ host: hostOf(put()), path: '/a', headers: { 'accept-encoding': 'br' } });
    expect(answer.body).toBe(object.body);
  });

  it.each([
    [{ 'if-none-match': '"one"' }, 304],
    [{ 'if-none-match': 'W/"zero", W/"one"' }, 304],
    [{ 'if-none-match': '"two"', 'if-modified-since': 'Sat, 21 Nov 2026 11:00:00 GMT' }, 200],
    [{ 'if-modified-since': 'Sat, 21 Nov 2026 10:00:00 GMT' }, 304],
    [{ 'if-modified-since': 'Sat, 21 Nov 2026 09:59:59 GMT' }, 200],
  ])('is 304 for a viewer who has it: %j', async (headers, status) => {
    const { put, ask, objects, hostOf } = openSite();
    objects.set('/index.html', html);
    expect((await ask({ host: hostOf(put()), path: '/', headers })).status).toBe(status);
  });

  it('has the headers of its policy, over the origin’s own where the policy says so', async () => {
    const { put, ask, objects, hostOf, cloudFront, config } = openSite();
    objects.set('/index.html', {
      ...html,
      headers: { ...html.headers, 'referrer-policy': 'origin', 'x-mine': 'origin' },
    });
    const { id } = cloudFront.putResponseHeadersPolicy(['stack', 'Headers'], {
      ResponseHeadersPolicyConfig: {
        Name: 'headers',
        SecurityHeadersConfig: {
          ContentSecurityPolicy: { ContentSecurityPolicy: "default-src 'none'", Override: true },
          ContentTypeOptions: { Override: true },
          FrameOptions: { FrameOption: 'DENY', Override: true },
          ReferrerPolicy: { ReferrerPolicy: 'no-referrer', Override: true },
          StrictTransportSecurity: { AccessControlMaxAgeSec: 60, IncludeSubdomains: true, Override: true },
        },
        CustomHeadersConfig: { Items: [{ Header: 'X-Mine', Value: 'policy', Override: false }] },
      },
    });
    const DefaultCacheBehavior = { ...config.DefaultCacheBehavior, ResponseHeadersPolicyId: id };
    const host = hostOf(put({ DefaultCacheBehavior }));
    for (const headers of [{}, { 'if-none-match': '"one"' }])
      expect((await ask({ host, path: '/', headers })).headers).toMatchObject({
        'content-security-policy': "default-src 'none'",
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'strict-transport-security': 'max-age=60; includeSubDomains',
        'x-mine': 'origin',
      });
  });
});

describe('a server behind a path', () => {
  it('gets the viewer’s request with its own host, and is never cached', async () => {
    const { put, ask, asked, hostOf, serve } = openSite();
    serve(({ method }) => ({
      status: 201,
      headers: { 'cache-control': 'max-age=60', connection: 'close' },
      body: method,
    }));
    const host = hostOf(put());
    const headers = { authorization: 'Bearer token', cookie: 'a=1', connection: 'keep-alive' };
    const sent = { host, path: '/api/things', rawQuery: 'q=1', headers, remoteAddress: '127.0.0.9' };
    for (const method of ['POST', 'GET', 'GET'])
      expect(await ask({ ...sent, method })).toMatchObject({ status: 201, body: method });
    expect(asked).toHaveLength(3);
    expect(asked[0]).toMatchObject({
      rawQuery: 'q=1',
      headers: {
        host: 'abc123.execute-api.us-east-1.amazonaws.com',
        authorization: 'Bearer token',
        cookie: 'a=1',
        'x-forwarded-for': '127.0.0.9',
      },
    });
    expect(asked[0]?.headers['connection']).toBeUndefined();
  });

  it('that is not there is a 502', async () => {
    const { put, ask, hostOf } = openSite();
    expect((await ask({ host: hostOf(put()), path: '/api/things' })).status).toBe(502);
  });
});

describe('what the double does not know', () => {
  const own = 'arn:aws:acm:us-east-1:000000000000:certificate/local';

  it.each<[string, Record<string, unknown>, string]>([
    ['a property', { Staging: true }, 'Unrecognized key: "Staging"'],
    ['an alias without a certificate', { Aliases: ['a.localhost'] }, 'Aliases need a certificate'],
    [
      'a certificate of elsewhere',
      { ViewerCertificate: { AcmCertificateArn: own.replace('us-east-1', 'eu-west-1') } },
      'a certificate of ACM in us-east-1',
    ],
    ['a web ACL that is not there', { WebACLId: 'arn:none' }, 'Web ACL'],
  ])('is refused by name: %s', (_what, changes, message) => {
    expect(() => openSite().put(changes)).toThrow(message);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['an origin', { TargetOriginId: 'none' }, 'origins'],
    ['a cache policy', { CachePolicyId: 'mine' }, 'CachePolicyId mine: only the managed policies'],
    ['an origin request policy', { OriginRequestPolicyId: 'mine' }, 'OriginRequestPolicyId mine'],
    [
      'a response headers policy',
      { ResponseHeadersPolicyId: 'mine' },
      'response headers policy does not exist',
    ],
    ['a set of methods', { AllowedMethods: ['GET', 'POST'] }, 'AllowedMethods must be one of'],
    ['a function', { FunctionAssociations: [] }, 'FunctionAssociations'],
  ])('is refused by name in a behaviour: %s', (_what, changes, message) => {
    const site = openSite();
    const DefaultCacheBehavior = { ...site.config.DefaultCacheBehavior, ...changes };
    expect(() => site.put({ DefaultCacheBehavior })).toThrow(message);
  });

  it('is a bucket that everybody may read', () => {
    const site = openSite();
    const [bucket, api] = site.config.Origins;
    expect(() => site.put({ Origins: [{ ...bucket, OriginAccessControlId: undefined }, api] })).toThrow(
      'public buckets',
    );
    expect(() => site.put({ Origins: [{ ...bucket, OriginAccessControlId: 'none' }, api] })).toThrow(
      'does not exist',
    );
  });

  it('is an alias that another distribution has', () => {
    const { put } = openSite();
    const changes = { Aliases: ['a.localhost'], ViewerCertificate: { AcmCertificateArn: own } };
    put(changes);
    put(changes);
    expect(() => put(changes, 'Other')).toThrow('already associated');
  });

  it('is what removed resources were', async () => {
    const { put, cloudFront, hostOf } = openSite();
    const site = put();
    cloudFront.removeDistribution(site.id);
    expect(cloudFront.service.hosts?.(hostOf(site))).toBe(false);
    expect(cloudFront.distributions()).toEqual([]);
    await expect(
      (async () =>
        cloudFront.service.handle({
          method: 'GET',
          path: '/2020-05-31/distribution',
          query: new URLSearchParams(),
          headers: {},
          body: Buffer.alloc(0),
        }))(),
    ).rejects.toThrow('its API');
  });
});
