import {
  AssumeRoleCommand,
  GetCallerIdentityCommand,
  GetSessionTokenCommand,
  STSClient,
  type AssumeRoleCommandInput,
} from '@aws-sdk/client-sts';
import { closeServers, createWorld, place, serve, type TestWorld } from '../testing/local-cloud.ts';
import { createSts } from './sts.ts';

afterEach(closeServers);

const start = async (world: TestWorld = createWorld()) => {
  const sts = createSts({ ...world, accountId: place.accountId });
  const { config } = await serve(world, sts.service);
  return { world, sts, config, client: new STSClient(config) };
};

const RoleArn = 'arn:aws:iam::000000000000:role/cdk-hnb659fds-deploy-role';
const assume = (client: STSClient, input: Partial<AssumeRoleCommandInput> = {}) =>
  client.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'aws-cdk-me', ...input }));

describe('AssumeRole', () => {
  it('gives credentials that are the role', async () => {
    const { client, config, sts, world } = await start();
    const { Credentials, AssumedRoleUser } = await assume(client, { DurationSeconds: 900 });
    expect(Credentials?.AccessKeyId).toMatch(/^ASIA[A-Z2-7]{16}$/);
    expect(Credentials?.Expiration).toEqual(new Date(world.clock.now() + 900_000));
    const Arn = 'arn:aws:sts::000000000000:assumed-role/cdk-hnb659fds-deploy-role/aws-cdk-me';
    expect(AssumedRoleUser).toEqual({
      Arn,
      AssumedRoleId: expect.stringMatching(/^AROA[A-Z2-7]{16}:aws-cdk-me$/),
    });
    expect(sts.roleOf(Credentials?.AccessKeyId ?? '')).toBe(RoleArn);
    const credentials = {
      accessKeyId: Credentials?.AccessKeyId ?? '',
      secretAccessKey: Credentials?.SecretAccessKey ?? '',
      sessionToken: Credentials?.SessionToken ?? '',
    };
    const asRole = new STSClient({ ...config, credentials });
    expect(await asRole.send(new GetCallerIdentityCommand({}))).toMatchObject({
      Account: place.accountId,
      Arn,
      UserId: AssumedRoleUser?.AssumedRoleId,
    });
  });

  it('gives the same role and session the same keys, and others others', async () => {
    const { client, sts } = await start();
    const key = async (input: Partial<AssumeRoleCommandInput> = {}) =>
      (await assume(client, input)).Credentials?.AccessKeyId;
    expect(await key()).toBe(await key());
    expect(await key()).not.toBe(await key({ RoleSessionName: 'other' }));
    expect(sts.credentialsFor(RoleArn, 'aws-cdk-me').accessKeyId).toBe(await key());
  });

  it('takes what the CDK may send along', async () => {
    const { client } = await start();
    const tags = { Tags: [{ Key: 'a', Value: 'b' }], TransitiveTagKeys: ['a'], ExternalId: 'external' };
    await expect(assume(client, tags)).resolves.toBeDefined();
  });

  it.each<[Partial<AssumeRoleCommandInput>, string]>([
    [{ RoleArn: 'arn:aws:iam::000000000000:user/somebody' }, 'ValidationError'],
    [{ RoleArn: undefined }, 'ValidationError'],
    [{ RoleSessionName: 'x' }, 'ValidationError'],
    [{ RoleSessionName: 'with space' }, 'ValidationError'],
    [{ DurationSeconds: 899 }, 'ValidationError'],
    [{ DurationSeconds: 43_201 }, 'ValidationError'],
    [{ Policy: '{}' }, 'UnknownOperationException'],
  ])('is refused with %j', async (input, name) => {
    const { client } = await start();
    await expect(assume(client, input)).rejects.toMatchObject({ name, $metadata: { httpStatusCode: 400 } });
  });
});

describe('GetCallerIdentity', () => {
  it('believes a key that no role has', async () => {
    const { client, sts } = await start();
    expect(await client.send(new GetCallerIdentityCommand({}))).toMatchObject({
      Account: place.accountId,
      UserId: 'AKIALOCAL',
      Arn: 'arn:aws:iam::000000000000:user/local',
    });
    expect(sts.roleOf('AKIALOCAL')).toBeUndefined();
  });
});

describe('keys that end', () => {
  it('are others each time, and say when they end, also after a restart', async () => {
    const { sts, world } = await start();
    const session = { roleArn: RoleArn, session: 'guest', expiresAt: 1000 };
    const { accessKeyId } = sts.issue(session);
    expect(sts.issue(session).accessKeyId).not.toBe(accessKeyId);
    expect((await start(world)).sts.callerOf(accessKeyId)).toMatchObject({
      roleArn: RoleArn,
      expiresAt: 1000,
    });
  });
});

describe('STS', () => {
  it('refuses other operations by name', async () => {
    const { client } = await start();
    await expect(client.send(new GetSessionTokenCommand({}))).rejects.toMatchObject({
      message: expect.stringContaining('GetSessionToken'),
    });
  });

  it('knows its sessions after a restart', async () => {
    const { sts, world } = await start();
    const { accessKeyId } = sts.credentialsFor(RoleArn, 'function');
    expect((await start(world)).sts.roleOf(accessKeyId)).toBe(RoleArn);
  });
});
