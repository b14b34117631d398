import {
  CreateBucketCommand,
  DeleteBucketCommand,
  GetBucketEncryptionCommand,
  GetBucketLocationCommand,
  GetBucketNotificationConfigurationCommand,
  GetBucketPolicyCommand,
  GetBucketVersioningCommand,
  GetObjectAttributesCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  PutBucketNotificationConfigurationCommand,
  PutObjectCommand,
  S3Client,
  paginateListBuckets,
} from '@aws-sdk/client-s3';
import { closeServers } from '../testing/local-cloud.ts';
import { refusalOf } from '../testing/refusal.ts';
import { bucket as Bucket, startS3 } from '../testing/s3-world.ts';

afterEach(closeServers);

describe('a bucket', () => {
  it('is made, found, listed and removed', async () => {
    const { client, world } = await startS3();
    expect(await client.send(new CreateBucketCommand({ Bucket: 'atlas-new' }))).toMatchObject({
      Location: '/atlas-new',
    });
    expect(await client.send(new HeadBucketCommand({ Bucket: 'atlas-new' }))).toMatchObject({
      BucketRegion: 'us-east-1',
    });
    const { Buckets, Owner } = await client.send(new ListBucketsCommand({}));
    expect(Owner).toEqual({ ID: '000000000000' });
    const CreationDate = new Date(world.clock.now());
    expect(Buckets).toEqual([
      { Name: 'atlas-new', CreationDate, BucketRegion: 'us-east-1' },
      { Name: Bucket, CreationDate, BucketRegion: 'us-east-1' },
    ]);
    await client.send(new DeleteBucketCommand({ Bucket: 'atlas-new' }));
    await expect(client.send(new HeadBucketCommand({ Bucket: 'atlas-new' }))).rejects.toMatchObject({
      name: 'NotFound',
    });
    await expect(client.send(new DeleteBucketCommand({ Bucket: 'atlas-new' }))).rejects.toMatchObject({
      name: 'NoSuchBucket',
    });
  });

  it('is removed only when it is empty', async () => {
    const { client, s3 } = await startS3();
    s3.putObject({ bucket: Bucket, key: 'k', body: Buffer.from(''), requester: 'x' });
    await expect(client.send(new DeleteBucketCommand({ Bucket }))).rejects.toMatchObject({
      name: 'BucketNotEmpty',
      $metadata: { httpStatusCode: 409 },
    });
    expect(refusalOf(() => s3.deleteBucket(Bucket))).toBe('BucketNotEmpty');
  });

  it('is listed in pages by prefix', async () => {
    const { client, s3 } = await startS3();
    for (const name of ['cdk-a', 'cdk-b', 'cdk-c']) s3.createBucket({ BucketName: name });
    const names: unknown[] = [];
    for await (const page of paginateListBuckets({ client, pageSize: 2 }, { Prefix: 'cdk-' }))
      names.push(page.Buckets?.map(({ Name }) => Name));
    expect(names).toEqual([['cdk-a', 'cdk-b'], ['cdk-c']]);
    await expect(client.send(new ListBucketsCommand({ BucketRegion: 'eu-west-1' }))).rejects.toMatchObject({
      name: 'NotImplemented',
    });
  });

  it.each([
    ...['ab', 'x'.repeat(64), 'Upper', 'under_score', '-begin', 'end-', 'two..dots', '192.168.1.1'],
    ...['xn--a', 'sthree-a', 'amzn-s3-demo-a', 'a-s3alias', 'a--ol-s3', 'a.mrap'],
  ])('can not be called %s', async (name) => {
    const { client, s3 } = await startS3();
    await expect(client.send(new CreateBucketCommand({ Bucket: name }))).rejects.toMatchObject({
      name: 'InvalidBucketName',
    });
    expect(refusalOf(() => s3.createBucket({ BucketName: name }))).toBe('InvalidBucketName');
  });

  it('can not be a directory', async () => {
    const { s3 } = await startS3();
    expect(refusalOf(() => s3.createBucket({ BucketName: 'a--x-s3' }))).toBe('InvalidBucketName');
  });

  it('is made again without harm in us-east-1, and not elsewhere', async () => {
    const { client, server } = await startS3();
    await expect(client.send(new CreateBucketCommand({ Bucket }))).resolves.toBeDefined();
    const elsewhere = new S3Client({
      endpoint: server.url,
      region: 'eu-west-1',
      credentials: { accessKeyId: 'AKIALOCAL', secretAccessKey: 'local' },
    });
    const create = (name: string, LocationConstraint: 'eu-west-1' | 'us-west-2') =>
      elsewhere.send(
        new CreateBucketCommand({ Bucket: name, CreateBucketConfiguration: { LocationConstraint } }),
      );
    await create('atlas-elsewhere', 'eu-west-1');
    await expect(create('atlas-elsewhere', 'eu-west-1')).rejects.toMatchObject({
      name: 'BucketAlreadyOwnedByYou',
    });
    await expect(create('atlas-there', 'us-west-2')).rejects.toMatchObject({
      name: 'IllegalLocationConstraintException',
    });
    expect(await elsewhere.send(new GetBucketLocationCommand({ Bucket }))).toMatchObject({
      LocationConstraint: 'eu-west-1',
    });
  });

  it('answers what the CDK asks of it', async () => {
    const { client } = await startS3();
    const location = await client.send(new GetBucketLocationCommand({ Bucket }));
    expect(location.LocationConstraint).toBeFalsy();
    const { ServerSideEncryptionConfiguration } = await client.send(
      new GetBucketEncryptionCommand({ Bucket }),
    );
    expect(ServerSideEncryptionConfiguration?.Rules).toEqual([
      { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' }, BucketKeyEnabled: false },
    ]);
    expect((await client.send(new GetBucketVersioningCommand({ Bucket }))).Status).toBeUndefined();
  });

  it('refuses what it does not support, by name', async () => {
    const { client } = await startS3();
    const create = (input: object) => client.send(new CreateBucketCommand({ Bucket: 'atlas-new', ...input }));
    await expect(create({ ObjectLockEnabledForBucket: true })).rejects.toMatchObject({
      name: 'NotImplemented',
      message: expect.stringContaining('x-amz-bucket-object-lock-enabled'),
    });
    await expect(create({ ObjectOwnership: 'ObjectWriter' })).rejects.toMatchObject({
      name: 'NotImplemented',
    });
    await expect(create({ ACL: 'public-read' })).rejects.toMatchObject({
      name: 'InvalidBucketAclWithObjectOwnership',
    });
    await expect(
      create({ CreateBucketConfiguration: { Bucket: { Type: 'Directory' } } }),
    ).rejects.toMatchObject({ name: 'NotImplemented' });
    await expect(client.send(new GetBucketPolicyCommand({ Bucket }))).rejects.toMatchObject({
      name: 'UnknownOperationException',
      message: expect.stringContaining('GET bucket?policy'),
    });
    await expect(
      client.send(new GetObjectAttributesCommand({ Bucket, Key: 'k', ObjectAttributes: ['ETag'] })),
    ).rejects.toMatchObject({ message: expect.stringContaining('GetObjectAttributes') });
  });
});

describe('the notifications of a bucket', () => {
  it('go to EventBridge from when they are turned on', async () => {
    const { client, s3, events } = await startS3();
    s3.createBucket({ BucketName: 'atlas-quiet' });
    const put = () => client.send(new PutObjectCommand({ Bucket: 'atlas-quiet', Key: 'k', Body: 'x' }));
    await put();
    expect(events).toEqual([]);
    await client.send(
      new PutBucketNotificationConfigurationCommand({
        Bucket: 'atlas-quiet',
        NotificationConfiguration: { EventBridgeConfiguration: {} },
      }),
    );
    await put();
    expect(events).toHaveLength(1);
    expect(
      await client.send(new GetBucketNotificationConfigurationCommand({ Bucket: 'atlas-quiet' })),
    ).toMatchObject({ EventBridgeConfiguration: {} });
    await client.send(
      new PutBucketNotificationConfigurationCommand({ Bucket: 'atlas-quiet', NotificationConfiguration: {} }),
    );
    await put();
    expect(events).toHaveLength(1);
  });

  it('of other kinds are refused by name', async () => {
    const { client } = await startS3();
    await expect(
      client.send(
        new PutBucketNotificationConfigurationCommand({
          Bucket,
          NotificationConfiguration: {
            QueueConfigurations: [{ QueueArn: 'arn:aws:sqs:us-east-1:000000000000:q', Events: [] }],
          },
        }),
      ),
    ).rejects.toMatchObject({ message: expect.stringContaining('QueueConfiguration') });
  });

  it('tell of an object as EventBridge does', async () => {
    const { client, events, s3 } = await startS3();
    await client.send(new PutObjectCommand({ Bucket, Key: 'a:b c.wav', Body: 'abc' }));
    s3.putObject({
      bucket: Bucket,
      key: 'a:b c.wav',
      body: Buffer.from('de'),
      requester: 'connect.amazonaws.com',
    });
    const [first, second] = events;
    expect(first).toEqual({
      bucket: Bucket,
      detail: {
        version: '0',
        bucket: { name: Bucket },
        object: {
          key: 'a:b c.wav',
          size: 3,
          etag: '900150983cd24fb0d6963f7d28e17f72',
          sequencer: expect.stringMatching(/^[0-9A-F]{18}$/),
        },
        'request-id': expect.stringMatching(/^[0-9A-F]{16}$/),
        requester: '000000000000',
        reason: 'PutObject',
      },
    });
    expect(second?.detail).toMatchObject({ requester: 'connect.amazonaws.com', reason: 'PutObject' });
    const sequencerOf = (event = first) => (event?.detail['object'] as { sequencer: string }).sequencer;
    expect(sequencerOf(second) > sequencerOf(first)).toBe(true);
  });
});

describe('a bucket of a template', () => {
  it('has the properties that CDK writes', async () => {
    const { client, s3 } = await startS3();
    const made = s3.createBucket({
      BucketName: 'atlas-transcripts',
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          {
            ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: 'key-1' },
            BucketKeyEnabled: true,
          },
        ],
      },
      LifecycleConfiguration: { Rules: [{ ExpirationInDays: 30, Status: 'Enabled' }] },
      LoggingConfiguration: { DestinationBucketName: 'atlas-logs' },
      NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: 'true' } },
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
      PublicAccessBlockConfiguration: { BlockPublicAcls: true },
      Tags: [{ Key: 'stage', Value: 'local' }],
    });
    expect(made).toEqual({ name: 'atlas-transcripts', arn: 'arn:aws:s3:::atlas-transcripts' });
    expect(s3.buckets()).toEqual([Bucket, 'atlas-transcripts']);
    await client.send(new PutObjectCommand({ Bucket: 'atlas-transcripts', Key: 'k', Body: 'x' }));
    expect(await client.send(new HeadObjectCommand({ Bucket: 'atlas-transcripts', Key: 'k' }))).toMatchObject(
      { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: 'key-1', BucketKeyEnabled: true },
    );
  });

  it('keeps its objects when the template changes', async () => {
    const { s3, events } = await startS3();
    s3.putObject({ bucket: Bucket, key: 'k', body: Buffer.from('x'), requester: 'x' });
    s3.createBucket({ BucketName: Bucket });
    s3.putObject({ bucket: Bucket, key: 'k2', body: Buffer.from('x'), requester: 'x' });
    expect(s3.getObject(Bucket, 'k')?.toString()).toBe('x');
    expect(events).toHaveLength(1);
  });

  it.each([
    [{}, 'InvalidArgument'],
    [{ BucketName: 'atlas-b', VersioningConfiguration: { Status: 'Enabled' } }, 'InvalidArgument'],
    [{ BucketName: 'atlas-b', WebsiteConfiguration: {} }, 'UnknownOperationException'],
    [
      { BucketName: 'atlas-b', NotificationConfiguration: { LambdaConfigurations: [] } },
      'UnknownOperationException',
    ],
  ])('is refused as %j', async (properties, code) => {
    const { s3 } = await startS3();
    expect(refusalOf(() => s3.createBucket(properties))).toBe(code);
  });
});

describe('what a service stores', () => {
  it('needs a bucket and a key of at most 1,024 bytes', async () => {
    const { s3 } = await startS3();
    const put = (bucket: string, key: string) => () =>
      s3.putObject({ bucket, key, body: Buffer.from(''), requester: 'x' });
    expect(refusalOf(put('no-such-bucket', 'k'))).toBe('NoSuchBucket');
    expect(refusalOf(put(Bucket, 'é'.repeat(513)))).toBe('KeyTooLongError');
  });

  it('has the type and metadata that it gives', async () => {
    const { s3, client } = await startS3();
    s3.putObject({
      bucket: Bucket,
      key: 'k',
      body: Buffer.from('x'),
      contentType: 'audio/wav',
      metadata: { contact: 'c-1' },
      requester: 'connect.amazonaws.com',
    });
    expect(await client.send(new HeadObjectCommand({ Bucket, Key: 'k' }))).toMatchObject({
      ContentType: 'audio/wav',
      Metadata: { contact: 'c-1' },
    });
  });
});
