import { arrangeSite, assets, emptying, readOnly, writing } from '../fixtures/arrange-site.ts';

let world: Awaited<ReturnType<typeof arrangeSite>>;
afterEach(() => world.close());

const one = (key: string) => ({ SourceBucketNames: [assets], SourceObjectKeys: [key] });
const files = { 'index.html': '<h1>hello</h1>', 'assets/a-1.js': 'export {}', 'assets/deep/b.css': 'b{}' };

describe('a bucket deployment', () => {
  it('writes the files of an asset with their types and caching, which the site then serves', async () => {
    world = await arrangeSite();
    const { publish, deploy, view } = world;
    publish('one.zip', files);
    const made = await deploy({ ...one('one.zip'), SystemMetadata: { 'cache-control': 'max-age=60' } });
    expect(made).toEqual({
      physicalId: expect.stringMatching(/^aws\.cdk\.s3deployment\./),
      attributes: { SourceObjectKeys: ['one.zip'] },
    });
    expect(await view('/')).toMatchObject({
      status: 200,
      headers: { 'content-type': 'text/html', 'cache-control': 'max-age=60' },
    });
    expect((await view('/assets/deep/b.css')).headers).toMatchObject({ 'content-type': 'text/css' });
  });

  it('puts values in the place of markers, as JSON where it is told so', async () => {
    world = await arrangeSite();
    const { publish, deploy, services } = world;
    publish('plain.zip', { 'plain.txt': 'a=<<marker:0xbaba:0>> $&' });
    publish('json.zip', { 'config.json': '{"id":"<<marker:0xbaba:0>>"}' });
    await deploy({
      SourceBucketNames: [assets, assets],
      SourceObjectKeys: ['plain.zip', 'json.zip'],
      SourceMarkers: [{ '<<marker:0xbaba:0>>': '$& "1"' }, { '<<marker:0xbaba:0>>': 'say "é"' }],
      SourceMarkersConfig: [{}, { jsonEscape: 'true' }],
    });
    expect(services.s3.getObject('pages', 'plain.txt')?.toString()).toBe('a=$& "1" $&');
    expect(services.s3.getObject('pages', 'config.json')?.toString('latin1')).toBe('{"id":"say \\"é\\""}');
  });

  it('takes away what is no longer there, of what it is about', async () => {
    world = await arrangeSite();
    const { publish, deploy, services } = world;
    publish('one.zip', files);
    await deploy(one('one.zip'));
    publish('two.zip', { 'about.html': 'about', 'assets/c.js': '' });
    const mine = { Exclude: ['assets/*'] };
    await deploy({ ...one('two.zip'), ...mine, Prune: 'false' });
    expect(services.s3.objectKeys('pages')).toEqual([
      ...['about.html', 'assets/a-1.js', 'assets/deep/b.css', 'index.html'],
    ]);
    await deploy({ ...one('two.zip'), ...mine });
    expect(services.s3.objectKeys('pages')).toEqual(['about.html', 'assets/a-1.js', 'assets/deep/b.css']);
    await deploy({ ...one('two.zip'), Exclude: ['*'], Include: ['assets/*'] });
    expect(services.s3.objectKeys('pages')).toEqual(['about.html', 'assets/c.js']);
  });

  it('empties the cache at the edge', async () => {
    world = await arrangeSite();
    const { publish, deploy, view, site } = world;
    publish('one.zip', { 'index.html': 'one' });
    await deploy(one('one.zip'));
    expect(String((await view('/')).body)).toBe('one');
    publish('two.zip', { 'index.html': 'two' });
    await deploy(one('two.zip'));
    expect(String((await view('/')).body)).toBe('one');
    await deploy({ ...one('two.zip'), DistributionId: site.physicalId });
    expect(String((await view('/')).body)).toBe('two');
  });

  it.each([
    ['s3:GetObject', emptying],
    ['s3:ListBucket', readOnly],
    ['s3:PutObject', ['s3:GetObject', 's3:ListBucket']],
    ['s3:DeleteObject', ['s3:GetObject', 's3:ListBucket', 's3:PutObject']],
    ['cloudfront:CreateInvalidation', writing],
    ['cloudfront:GetInvalidation', [...writing, 'cloudfront:CreateInvalidation']],
  ])('needs %s', async (action, allowed) => {
    world = await arrangeSite(allowed);
    const { publish, deploy, services, site } = world;
    services.s3.putObject({ bucket: 'pages', key: 'old', body: Buffer.from('x'), requester: 'test' });
    publish('one.zip', files);
    await expect(deploy({ ...one('one.zip'), DistributionId: site.physicalId })).rejects.toThrow(
      `is not authorized to perform: ${action} on resource`,
    );
  });

  it.each<[Record<string, unknown>, string]>([
    [{ ServiceToken: 'arn:none' }, 'arn:none is no provider of bucket deployments'],
    [{ SourceObjectKeys: ['none.zip'] }, 'The specified key does not exist'],
    [{ SourceBucketNames: [] }, 'must have the same length'],
    [{ Extract: 'false' }, 'Unrecognized key: "Extract"'],
    [{ UserMetadata: { a: 'b' } }, 'Unrecognized key: "UserMetadata"'],
    [{ RetainOnDelete: 'false' }, 'RetainOnDelete'],
  ])('is refused with what it cannot do: %j', async (properties, message) => {
    world = await arrangeSite();
    world.publish('one.zip', files);
    await expect(world.deploy({ ...one('one.zip'), ...properties })).rejects.toThrow(message);
  });
});

describe('a site', () => {
  it('is denied what the policy of its bucket does not allow, as S3 says it', async () => {
    world = await arrangeSite();
    const { publish, deploy, view, create } = world;
    publish('one.zip', files);
    await deploy(one('one.zip'));
    expect((await view('/nothing')).status).toBe(404);
    const other = {
      Effect: 'Allow',
      Principal: '*',
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::other/*',
    };
    const document = { Version: '2012-10-17', Statement: [other] };
    await create('AWS::S3::BucketPolicy', { Bucket: 'pages', PolicyDocument: document }, 'BucketPolicy');
    expect((await view('/')).status).toBe(403);
    expect((await view('/missing')).status).toBe(403);
  });

  it('hands /api on to the service that has the host, and is a bad gateway without one', async () => {
    world = await arrangeSite();
    const { services, view } = world;
    expect((await view('/api/none')).status).toBe(502);
    services.siteOrigins.connect([
      {
        service: 'apis',
        hosts: (host) => host === 'abc.execute-api.us-east-1.localhost',
        operationOf: () => 'Call',
        handle: ({ path, headers }) => Promise.resolve({ status: 200, body: `${path} ${headers['host']}` }),
      },
    ]);
    expect(await view('/api/x')).toMatchObject({ body: '/api/x abc.execute-api.us-east-1.localhost' });
  });

  it('is gone with its parts', async () => {
    world = await arrangeSite();
    const { site, services, remove } = world;
    await remove('AWS::CloudFront::Distribution', {}, site);
    expect(services.cloudFront.distributions()).toEqual([]);
    const layer = await world.create('AWS::Lambda::LayerVersion', {}, 'Cli');
    await remove('AWS::Lambda::LayerVersion', {}, layer);
    await remove('Custom::CDKBucketDeployment', {}, { physicalId: 'one' });
  });
});
