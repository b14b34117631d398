import {
  BatchGetSecretValueCommand,
  CreateSecretCommand,
  DeleteSecretCommand,
  DescribeSecretCommand,
  GetRandomPasswordCommand,
  GetSecretValueCommand,
  ListSecretVersionIdsCommand,
  PutSecretValueCommand,
  RestoreSecretCommand,
  RotateSecretCommand,
  SecretsManagerClient,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateSecretCommand,
  UpdateSecretVersionStageCommand,
  paginateListSecrets,
} from '@aws-sdk/client-secrets-manager';
import { closeServers, createWorld, place, serve, type TestWorld } from '../testing/local-cloud.ts';
import { refusalOf } from '../testing/refusal.ts';
import { createSecretsManager } from './secrets-manager.ts';

afterEach(closeServers);

const start = async (world: TestWorld = createWorld()) => {
  const secrets = createSecretsManager({ ...world, ...place });
  const { config } = await serve(world, secrets.service);
  return { world, secrets, client: new SecretsManagerClient(config) };
};
type Client = SecretsManagerClient;

const Name = 'atlas/salesforce';
const day = 24 * 60 * 60_000;
const token = (mark: string) => mark.repeat(32);

const create = (client: Client, SecretString = 'first', ClientRequestToken = token('a')) =>
  client.send(new CreateSecretCommand({ Name, SecretString, ClientRequestToken }));
const put = (client: Client, SecretString: string, mark: string, VersionStages?: string[]) =>
  client.send(
    new PutSecretValueCommand({
      SecretId: Name,
      SecretString,
      ClientRequestToken: token(mark),
      VersionStages,
    }),
  );
const get = async (
  client: Client,
  input: { SecretId?: string; VersionId?: string; VersionStage?: string } = {},
) => (await client.send(new GetSecretValueCommand({ SecretId: Name, ...input }))).SecretString;

describe('a secret', () => {
  it('is made and read by name, by ARN and by ARN without its end', async () => {
    const { client, world } = await start();
    const { ARN = '', VersionId } = await create(client);
    expect(ARN).toMatch(
      /^arn:aws:secretsmanager:us-east-1:000000000000:secret:atlas\/salesforce-[A-Za-z0-9]{6}$/,
    );
    expect(await client.send(new GetSecretValueCommand({ SecretId: Name }))).toMatchObject({
      ARN,
      Name,
      VersionId,
      SecretString: 'first',
      VersionStages: ['AWSCURRENT'],
      CreatedDate: new Date(world.clock.now()),
    });
    expect(await get(client, { SecretId: ARN })).toBe('first');
    expect(await get(client, { SecretId: ARN.slice(0, -7) })).toBe('first');
  });

  it.each([
    'none',
    `${Name}-abcdef`,
    'arn:aws:secretsmanager:us-east-1:000000000000:secret:atlas/salesforce-abcdef',
    'arn:aws:secretsmanager:eu-west-1:000000000000:secret:atlas/salesforce',
  ])('is not found as %s', async (SecretId) => {
    const { client } = await start();
    await create(client);
    await expect(get(client, { SecretId })).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  it('is described, changed and tagged', async () => {
    const { client, world } = await start();
    await client.send(
      new CreateSecretCommand({
        Name,
        Description: 'one',
        KmsKeyId: 'key',
        Tags: [{ Key: 'a', Value: '1' }],
      }),
    );
    await world.clock.advanceBy(1000);
    await client.send(new UpdateSecretCommand({ SecretId: Name, Description: 'two' }));
    await client.send(new TagResourceCommand({ SecretId: Name, Tags: [{ Key: 'b', Value: '2' }] }));
    await client.send(new UntagResourceCommand({ SecretId: Name, TagKeys: ['a'] }));
    expect(await client.send(new DescribeSecretCommand({ SecretId: Name }))).toMatchObject({
      Name,
      Description: 'two',
      KmsKeyId: 'key',
      Tags: [{ Key: 'b', Value: '2' }],
      CreatedDate: new Date(world.clock.now() - 1000),
      LastChangedDate: new Date(world.clock.now()),
      VersionIdsToStages: {},
    });
    await expect(get(client)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  it.each([
    [{ Name: 'with space', SecretString: 'x' }, 'ValidationException'],
    [{ Name: 'n'.repeat(513), SecretString: 'x' }, 'ValidationException'],
    [{ Name, SecretString: 'é'.repeat(32_769) }, 'ValidationException'],
    [{ Name, SecretString: 'x', ClientRequestToken: 'short' }, 'ValidationException'],
    [{ Name, SecretBinary: Buffer.from('x') }, 'UnknownOperationException'],
    [{ Name, SecretString: 'x', AddReplicaRegions: [{ Region: 'eu-west-1' }] }, 'UnknownOperationException'],
  ])('is refused as %#', async (input, name) => {
    const { client } = await start();
    await expect(client.send(new CreateSecretCommand(input))).rejects.toMatchObject({ name });
  });

  it('is never shown by a refusal', async () => {
    const { client } = await start();
    const refusal = client.send(new CreateSecretCommand({ Name, SecretString: 'hush '.repeat(20_000) }));
    await expect(refusal).rejects.toMatchObject({ message: expect.not.stringContaining('hush') });
  });

  it('takes the most that it may hold', async () => {
    const { client } = await start();
    await expect(create(client, 'x'.repeat(65_536))).resolves.toBeDefined();
  });

  it('is made once, also when the caller asks again', async () => {
    const { client } = await start();
    const first = await create(client);
    expect(await create(client)).toMatchObject({ ARN: first.ARN, VersionId: first.VersionId });
    await expect(create(client, 'other')).rejects.toMatchObject({ name: 'ResourceExistsException' });
    await expect(create(client, 'first', token('b'))).rejects.toMatchObject({
      name: 'ResourceExistsException',
    });
  });

  it('rotates not here', async () => {
    const { client } = await start();
    await create(client);
    await expect(client.send(new RotateSecretCommand({ SecretId: Name }))).rejects.toMatchObject({
      name: 'UnknownOperationException',
      message: expect.stringContaining('RotateSecret'),
    });
  });
});

describe('versions', () => {
  it('move from current to previous to deprecated', async () => {
    const { client } = await start();
    await create(client);
    await put(client, 'second', 'b');
    const third = await client.send(
      new UpdateSecretCommand({ SecretId: Name, SecretString: 'third', ClientRequestToken: token('c') }),
    );
    expect(third.VersionId).toBe(token('c'));
    expect(await get(client)).toBe('third');
    expect(await get(client, { VersionStage: 'AWSPREVIOUS' })).toBe('second');
    expect(await get(client, { VersionId: token('a') })).toBe('first');
    const { VersionIdsToStages } = await client.send(new DescribeSecretCommand({ SecretId: Name }));
    expect(VersionIdsToStages).toEqual({ [token('b')]: ['AWSPREVIOUS'], [token('c')]: ['AWSCURRENT'] });
    const versions = async (IncludeDeprecated: boolean) =>
      (
        await client.send(new ListSecretVersionIdsCommand({ SecretId: Name, IncludeDeprecated }))
      ).Versions?.map(({ VersionId, VersionStages }) => [VersionId?.charAt(0), VersionStages]);
    expect(await versions(false)).toEqual([
      ['b', ['AWSPREVIOUS']],
      ['c', ['AWSCURRENT']],
    ]);
    expect(await versions(true)).toHaveLength(3);
  });

  it('are made once for one token', async () => {
    const { client } = await start();
    await create(client);
    await put(client, 'second', 'b');
    await put(client, 'third', 'c');
    expect(await put(client, 'second', 'b')).toMatchObject({ VersionStages: ['AWSPREVIOUS'] });
    expect(await get(client)).toBe('third');
    await expect(put(client, 'other', 'b')).rejects.toMatchObject({ name: 'ResourceExistsException' });
  });

  it('wait under a stage of their own until it is their turn', async () => {
    const { client } = await start();
    await create(client);
    expect(await put(client, 'next', 'b', ['AWSPENDING'])).toMatchObject({ VersionStages: ['AWSPENDING'] });
    expect([await get(client), await get(client, { VersionStage: 'AWSPENDING' })]).toEqual(['first', 'next']);
    const move = (input: { VersionStage: string; MoveToVersionId?: string; RemoveFromVersionId?: string }) =>
      client.send(new UpdateSecretVersionStageCommand({ SecretId: Name, ...input }));
    await expect(move({ VersionStage: 'AWSCURRENT', MoveToVersionId: token('b') })).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
    await move({ VersionStage: 'AWSCURRENT', MoveToVersionId: token('b'), RemoveFromVersionId: token('a') });
    await move({ VersionStage: 'AWSPENDING', RemoveFromVersionId: token('b') });
    const { VersionIdsToStages } = await client.send(new DescribeSecretCommand({ SecretId: Name }));
    expect(VersionIdsToStages).toEqual({ [token('a')]: ['AWSPREVIOUS'], [token('b')]: ['AWSCURRENT'] });
    await expect(move({ VersionStage: 'AWSCURRENT', RemoveFromVersionId: token('b') })).rejects.toMatchObject(
      { name: 'InvalidParameterException' },
    );
    await expect(
      move({ VersionStage: 'AWSCURRENT', MoveToVersionId: token('x'), RemoveFromVersionId: token('b') }),
    ).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  it('are not found by a wrong id, a wrong stage or two that differ', async () => {
    const { client } = await start();
    await create(client);
    await expect(get(client, { VersionId: token('x') })).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
    await expect(get(client, { VersionStage: 'NONE' })).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
    await expect(get(client, { VersionId: token('a'), VersionStage: 'AWSPREVIOUS' })).rejects.toMatchObject({
      name: 'InvalidRequestException',
    });
  });

  it('are at most 100, besides those with a stage', async () => {
    const { client, secrets } = await start();
    await create(client);
    await put(client, 'kept', 'b', ['LABEL']);
    for (let index = 0; index < 110; index += 1) secrets.putValue(Name, `value ${index}`);
    expect(await get(client, { VersionStage: 'LABEL' })).toBe('kept');
    await expect(get(client, { VersionId: token('a') })).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });
});

describe('deletion', () => {
  const remove = (client: Client, input: object = {}) =>
    client.send(new DeleteSecretCommand({ SecretId: Name, ...input }));

  it('waits for a window in which the secret comes back', async () => {
    const { client, world } = await start();
    await create(client);
    const { DeletionDate } = await remove(client, { RecoveryWindowInDays: 7 });
    expect(DeletionDate).toEqual(new Date(world.clock.now() + 7 * day));
    expect((await client.send(new DescribeSecretCommand({ SecretId: Name }))).DeletedDate).toEqual(
      DeletionDate,
    );
    const refused = { name: 'InvalidRequestException' };
    await expect(get(client)).rejects.toMatchObject(refused);
    await expect(put(client, 'x', 'b')).rejects.toMatchObject(refused);
    await expect(create(client)).rejects.toMatchObject(refused);
    await expect(remove(client)).rejects.toMatchObject(refused);
    await client.send(new RestoreSecretCommand({ SecretId: Name }));
    expect(await get(client)).toBe('first');
  });

  it('is for good after the window, 30 days by default', async () => {
    const { client, world } = await start();
    const { ARN } = await create(client);
    await remove(client);
    await world.clock.advanceBy(30 * day - 1);
    await expect(get(client)).rejects.toMatchObject({ name: 'InvalidRequestException' });
    await world.clock.advanceBy(1);
    await expect(get(client)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    expect((await create(client)).ARN).not.toBe(ARN);
  });

  it('is at once when forced, also of what is not there', async () => {
    const { client } = await start();
    await create(client);
    const force = { ForceDeleteWithoutRecovery: true };
    await remove(client, force);
    expect(await remove(client, force)).toMatchObject({ Name });
    await expect(get(client)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    await expect(remove(client)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  it.each([
    { RecoveryWindowInDays: 6 },
    { RecoveryWindowInDays: 31 },
    { RecoveryWindowInDays: 7, ForceDeleteWithoutRecovery: true },
  ])('is refused with %j', async (input) => {
    const { client } = await start();
    await create(client);
    await expect(remove(client, input)).rejects.toMatchObject({ name: 'InvalidParameterException' });
  });
});

describe('lists', () => {
  it('go through all secrets by name, page by page', async () => {
    const { client, secrets } = await start();
    for (const name of ['c', 'a', 'b', 'gone']) secrets.createSecret({ Name: name, SecretString: 'x' });
    await client.send(new DeleteSecretCommand({ SecretId: 'gone' }));
    const names = async (input: object = {}) => {
      const pages: unknown[] = [];
      for await (const { SecretList } of paginateListSecrets({ client, pageSize: 2 }, input))
        pages.push(SecretList?.map((secret) => secret.Name));
      return pages;
    };
    expect(await names()).toEqual([['a', 'b'], ['c']]);
    expect(await names({ IncludePlannedDeletion: true })).toEqual([
      ['a', 'b'],
      ['c', 'gone'],
    ]);
  });

  it('hold what fits every filter', async () => {
    const { client, secrets } = await start();
    secrets.createSecret({ Name: 'atlas/one', Description: 'sales force', Tags: [{ Key: 'k', Value: 'v' }] });
    secrets.createSecret({ Name: 'atlas/two' });
    secrets.createSecret({ Name: 'other' });
    const names = async (Key: 'name' | 'description' | 'tag-key' | 'tag-value', ...Values: string[]) => {
      const page = await paginateListSecrets({ client }, { Filters: [{ Key, Values }] }).next();
      return page.done === true ? [] : page.value.SecretList?.map((secret) => secret.Name);
    };
    expect(await names('name', 'atlas/')).toEqual(['atlas/one', 'atlas/two']);
    expect(await names('name', '!atlas/')).toEqual(['other']);
    expect(await names('description', 'for')).toEqual(['atlas/one']);
    expect(await names('tag-key', 'k')).toEqual(['atlas/one']);
    expect(await names('tag-value', 'x', 'v')).toEqual(['atlas/one']);
  });

  it('refuse a token that is none', async () => {
    const { client } = await start();
    const pages = paginateListSecrets({ client, startingToken: 'abc' }, {});
    await expect(pages.next()).rejects.toMatchObject({ name: 'InvalidNextTokenException' });
  });

  it('of values tell of each that is missing', async () => {
    const { client, secrets } = await start();
    secrets.createSecret({ Name: 'a', SecretString: 'x' });
    const answer = await client.send(new BatchGetSecretValueCommand({ SecretIdList: ['a', 'none'] }));
    expect(answer.SecretValues?.map((value) => [value.Name, value.SecretString])).toEqual([['a', 'x']]);
    expect(answer.Errors).toMatchObject([{ SecretId: 'none', ErrorCode: 'ResourceNotFoundException' }]);
  });
});

describe('random passwords', () => {
  it('keep to the rules', async () => {
    const { client } = await start();
    const password = async (input: object) =>
      (await client.send(new GetRandomPasswordCommand(input))).RandomPassword;
    expect(await password({})).toHaveLength(32);
    expect(
      await password({
        PasswordLength: 40,
        ExcludePunctuation: true,
        ExcludeUppercase: true,
        IncludeSpace: true,
      }),
    ).toMatch(/^(?=.*[a-z])(?=.*\d)(?=.* )[a-z\d ]{40}$/);
    const digits = { ExcludePunctuation: true, ExcludeUppercase: true, ExcludeLowercase: true };
    expect(await password({ ...digits, ExcludeCharacters: '0123456' })).toMatch(/^[789]{32}$/);
    await expect(password({ ...digits, ExcludeNumbers: true })).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
    await expect(password({ PasswordLength: 3 })).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
  });
});

describe('a secret of a template', () => {
  it('keeps its value until the template changes', async () => {
    const { secrets } = await start();
    const made = secrets.createSecret({ Name, SecretString: '{"a":"REPLACE_ME"}' });
    secrets.putValue(Name, '{"a":"real"}');
    expect(secrets.createSecret({ Name, SecretString: '{"a":"REPLACE_ME"}', Description: 'new' })).toEqual(
      made,
    );
    expect(secrets.value(Name)).toBe('{"a":"real"}');
    secrets.createSecret({ Name, SecretString: '{"b":"REPLACE_ME"}' });
    expect(secrets.value(Name)).toBe('{"b":"REPLACE_ME"}');
  });

  it('does not replace a value that came by another way', async () => {
    const { client, secrets } = await start();
    await create(client);
    secrets.createSecret({ Name, SecretString: 'placeholder' });
    expect(secrets.value(Name)).toBe('first');
  });

  it('gets a random value, alone or within a template of its own', async () => {
    const { secrets } = await start();
    secrets.createSecret({ Name: 'a', GenerateSecretString: { PasswordLength: 20 } });
    expect(secrets.value('a')).toHaveLength(20);
    const GenerateSecretString = { SecretStringTemplate: '{"user":"u"}', GenerateStringKey: 'password' };
    secrets.createSecret({ Name: 'b', GenerateSecretString });
    const value = secrets.value('b');
    expect(JSON.parse(value)).toEqual({ user: 'u', password: expect.stringMatching(/^.{32}$/) });
    secrets.createSecret({ Name: 'b', GenerateSecretString });
    expect(secrets.value('b')).toBe(value);
  });

  it.each([
    [{}, 'ValidationException'],
    [{ Name, SecretString: 'x', GenerateSecretString: {} }, 'ValidationException'],
    [{ Name, GenerateSecretString: { GenerateStringKey: 'k' } }, 'InvalidParameterException'],
    [
      { Name, GenerateSecretString: { GenerateStringKey: 'k', SecretStringTemplate: '[' } },
      'InvalidParameterException',
    ],
    [{ Name, ReplicaRegions: [] }, 'UnknownOperationException'],
  ])('is refused as %j', async (properties, code) => {
    const { secrets } = await start();
    expect(refusalOf(() => secrets.createSecret(properties))).toBe(code);
  });

  it('is removed, and is made anew', async () => {
    const { secrets } = await start();
    const { arn } = secrets.createSecret({ Name, SecretString: 'x' });
    secrets.deleteSecret(Name);
    secrets.deleteSecret(Name);
    expect(refusalOf(() => secrets.value(Name))).toBe('ResourceNotFoundException');
    expect(secrets.createSecret({ Name, SecretString: 'x' }).arn).not.toBe(arn);
  });
});

describe('after a restart', () => {
  it('all is as it was', async () => {
    const { client, world } = await start();
    const { ARN } = await create(client);
    await put(client, 'second', 'b');
    const { client: again } = await start(world);
    expect(await again.send(new GetSecretValueCommand({ SecretId: Name }))).toMatchObject({
      ARN,
      SecretString: 'second',
    });
    expect(await get(again, { VersionStage: 'AWSPREVIOUS' })).toBe('first');
  });
});
