import {
  DeleteParameterCommand,
  DeleteParametersCommand,
  GetParameterCommand,
  GetParametersByPathCommand,
  GetParametersCommand,
  LabelParameterVersionCommand,
  PutParameterCommand,
  SSMClient,
  paginateDescribeParameters,
  paginateGetParameterHistory,
  paginateGetParametersByPath,
  type DescribeParametersCommandInput,
  type PutParameterCommandInput,
} from '@aws-sdk/client-ssm';
import { closeServers, createWorld, place, serve, type TestWorld } from '../testing/local-cloud.ts';
import { refusalOf } from '../testing/refusal.ts';
import { createSsm } from './ssm.ts';

afterEach(closeServers);

const start = async (world: TestWorld = createWorld()) => {
  const ssm = createSsm({ ...world, ...place });
  const { config } = await serve(world, ssm.service);
  return { world, ssm, client: new SSMClient(config) };
};
type Client = SSMClient;

const Name = '/atlas/local/bot-alias';
const put = (client: Client, input: Partial<PutParameterCommandInput> = {}) =>
  client.send(new PutParameterCommand({ Name, Value: 'v', Type: 'String', ...input }));
const get = (client: Client, name = Name, WithDecryption?: boolean) =>
  client.send(new GetParameterCommand({ Name: name, WithDecryption }));

describe('a parameter', () => {
  it('is put and read', async () => {
    const { client, world } = await start();
    expect(await put(client)).toMatchObject({ Version: 1, Tier: 'Standard' });
    expect((await get(client)).Parameter).toEqual({
      Name,
      Type: 'String',
      Value: 'v',
      Version: 1,
      LastModifiedDate: new Date(world.clock.now()),
      ARN: 'arn:aws:ssm:us-east-1:000000000000:parameter/atlas/local/bot-alias',
      DataType: 'text',
    });
  });

  it('is found by ARN, with and without a slash before its name', async () => {
    const { client } = await start();
    await put(client);
    await put(client, { Name: 'plain', Value: 'p' });
    const arn = 'arn:aws:ssm:us-east-1:000000000000:parameter';
    expect((await get(client, `${arn}${Name}`)).Parameter?.Value).toBe('v');
    expect((await get(client, `${arn}/plain`)).Parameter?.Value).toBe('p');
  });

  it('has a new version with every value, and the older ones too', async () => {
    const { client } = await start();
    await put(client);
    await expect(put(client)).rejects.toMatchObject({ name: 'ParameterAlreadyExists' });
    expect(await put(client, { Value: 'w', Overwrite: true, Type: undefined })).toMatchObject({ Version: 2 });
    expect(await put(client, { Value: 'w', Overwrite: true })).toMatchObject({ Version: 3 });
    expect((await get(client)).Parameter).toMatchObject({ Value: 'w', Version: 3 });
    expect((await get(client, `${Name}:1`)).Parameter).toMatchObject({
      Value: 'v',
      Version: 1,
      Selector: ':1',
    });
    await expect(get(client, `${Name}:4`)).rejects.toMatchObject({ name: 'ParameterVersionNotFound' });
    const pages = paginateGetParameterHistory({ client, pageSize: 2 }, { Name });
    const history: unknown[] = [];
    for await (const { Parameters } of pages)
      history.push(Parameters?.map(({ Version, Value }) => [Version, Value]));
    expect(history).toEqual([
      [
        [1, 'v'],
        [2, 'w'],
      ],
      [[3, 'w']],
    ]);
  });

  it('keeps 100 versions', async () => {
    const { client, ssm } = await start();
    for (let index = 1; index <= 101; index += 1)
      ssm.putParameter({ Name, Value: String(index), Type: 'String' });
    expect(ssm.value(`${Name}:2`)).toBe('2');
    await expect(get(client, `${Name}:1`)).rejects.toMatchObject({ name: 'ParameterVersionNotFound' });
  });

  it('that is secure is shown only to those who ask for it', async () => {
    const { client, ssm } = await start();
    await put(client, { Type: 'SecureString', Value: 'hush' });
    const { Parameter } = await get(client);
    expect(Parameter).toMatchObject({ Type: 'SecureString' });
    expect(Parameter?.Value).not.toContain('hush');
    expect((await get(client, Name, true)).Parameter?.Value).toBe('hush');
    expect(ssm.value(Name)).toBe('hush');
  });

  it('is deleted, alone or with others', async () => {
    const { client } = await start();
    await put(client);
    await client.send(new DeleteParameterCommand({ Name }));
    const notFound = { name: 'ParameterNotFound' };
    await expect(get(client)).rejects.toMatchObject(notFound);
    await expect(client.send(new DeleteParameterCommand({ Name }))).rejects.toMatchObject(notFound);
    await put(client);
    expect(await client.send(new DeleteParametersCommand({ Names: [Name, '/none'] }))).toMatchObject({
      DeletedParameters: [Name],
      InvalidParameters: ['/none'],
    });
  });

  it.each<[Partial<PutParameterCommandInput>, string]>([
    [{ Name: '/with space' }, 'ValidationException'],
    [{ Name: 'no/leading/slash' }, 'ValidationException'],
    [{ Name: '/trailing/' }, 'ValidationException'],
    [{ Name: '/double//slash' }, 'ValidationException'],
    [{ Name: '/aws/reserved' }, 'ValidationException'],
    [{ Name: 'SSM-reserved' }, 'ValidationException'],
    [{ Name: '/l'.repeat(16) }, 'HierarchyLevelLimitExceededException'],
    [{ Type: undefined }, 'ValidationException'],
    [{ Value: '' }, 'ValidationException'],
    [{ Value: 'x'.repeat(4097) }, 'ValidationException'],
    [{ Value: 'x'.repeat(8193), Tier: 'Advanced' }, 'ValidationException'],
    [{ AllowedPattern: '^\\d+$' }, 'ParameterPatternMismatchException'],
    [{ AllowedPattern: '[' }, 'InvalidAllowedPatternException'],
    [{ Policies: '[]' }, 'UnknownOperationException'],
    [{ Tags: [{ Key: 'a', Value: 'b' }] }, 'UnknownOperationException'],
    [{ DataType: 'aws:ec2:image' }, 'ValidationException'],
  ])('is refused as %#', async (input, name) => {
    const { client } = await start();
    await expect(put(client, input)).rejects.toMatchObject({ name });
  });

  it('is refused when its type changes', async () => {
    const { client } = await start();
    await put(client);
    await expect(put(client, { Type: 'SecureString', Overwrite: true })).rejects.toMatchObject({
      name: 'HierarchyTypeMismatchException',
    });
  });

  it('grows into the tier that its value needs when it may', async () => {
    const { client } = await start();
    const long = { Value: 'x'.repeat(8192), Tier: 'Intelligent-Tiering' } as const;
    expect(await put(client, long)).toMatchObject({ Tier: 'Advanced' });
    // It does not go back.
    expect(await put(client, { Overwrite: true })).toMatchObject({ Tier: 'Advanced' });
  });

  it('has no labels', async () => {
    const { client } = await start();
    await put(client);
    await expect(
      client.send(new LabelParameterVersionCommand({ Name, Labels: ['a'] })),
    ).rejects.toMatchObject({ name: 'UnknownOperationException' });
    await expect(get(client, `${Name}:label`)).rejects.toMatchObject({ name: 'ParameterVersionNotFound' });
  });
});

describe('GetParameters', () => {
  it('gives what is there and names what is not', async () => {
    const { client } = await start();
    await put(client);
    const answer = await client.send(new GetParametersCommand({ Names: [Name, '/none', `${Name}:9`] }));
    expect(answer.Parameters?.map((parameter) => parameter.Name)).toEqual([Name]);
    expect(answer.InvalidParameters).toEqual(['/none', `${Name}:9`]);
  });

  it('takes ten names, each once', async () => {
    const { client } = await start();
    const many = (Names: string[]) => client.send(new GetParametersCommand({ Names }));
    await expect(many(Array.from({ length: 11 }, (_, index) => `/p${index}`))).rejects.toMatchObject({
      name: 'ValidationException',
    });
    await expect(many([Name, Name])).rejects.toMatchObject({ name: 'ValidationException' });
  });
});

describe('parameters below a path', () => {
  const fill = async () => {
    const started = await start();
    for (const name of ['/a/2', '/a/1', '/a/b/1', '/ab/1', '/c'])
      started.ssm.putParameter({ Name: name, Value: name, Type: 'String' });
    return started;
  };
  const namesOf = async (client: Client, Path: string, Recursive = false) => {
    const pages: unknown[] = [];
    for await (const page of paginateGetParametersByPath({ client, pageSize: 2 }, { Path, Recursive }))
      pages.push(page.Parameters?.map((parameter) => parameter.Name));
    return pages;
  };

  it('are those of one level, or of all', async () => {
    const { client } = await fill();
    expect(await namesOf(client, '/a')).toEqual([['/a/1', '/a/2']]);
    expect(await namesOf(client, '/a/', true)).toEqual([['/a/1', '/a/2'], ['/a/b/1']]);
    expect(await namesOf(client, '/none')).toEqual([[]]);
  });

  it('are refused for a bad path, size or token', async () => {
    const { client } = await fill();
    const list = (input: object) => client.send(new GetParametersByPathCommand({ Path: '/a', ...input }));
    await expect(list({ Path: 'a' })).rejects.toMatchObject({ name: 'ValidationException' });
    await expect(list({ MaxResults: 11 })).rejects.toMatchObject({ name: 'ValidationException' });
    await expect(list({ NextToken: 'abc' })).rejects.toMatchObject({ name: 'InvalidNextToken' });
    await expect(list({ ParameterFilters: [{ Key: 'Type' }] })).rejects.toMatchObject({
      name: 'UnknownOperationException',
    });
  });

  it('are described without their values, by filters', async () => {
    const { client } = await fill();
    await put(client, { Name: '/s', Type: 'SecureString', Description: 'd', AllowedPattern: '.' });
    const describe = async (ParameterFilters?: DescribeParametersCommandInput['ParameterFilters']) => {
      const found: (string | undefined)[] = [];
      for await (const page of paginateDescribeParameters({ client, pageSize: 2 }, { ParameterFilters }))
        found.push(...(page.Parameters ?? []).map((parameter) => parameter.Name));
      return found;
    };
    expect(await describe()).toEqual(['/a/1', '/a/2', '/a/b/1', '/ab/1', '/c', '/s']);
    expect(await describe([{ Key: 'Name', Values: ['/c', '/s'] }])).toEqual(['/c', '/s']);
    expect(await describe([{ Key: 'Name', Option: 'BeginsWith', Values: ['/a'] }])).toHaveLength(4);
    expect(await describe([{ Key: 'Name', Option: 'Contains', Values: ['b'] }])).toEqual(['/a/b/1', '/ab/1']);
    expect(await describe([{ Key: 'Type', Values: ['SecureString'] }])).toEqual(['/s']);
    expect(await describe([{ Key: 'Path', Values: ['/a'] }])).toEqual(['/a/1', '/a/2']);
    expect(await describe([{ Key: 'Path', Option: 'Recursive', Values: ['/a'] }])).toHaveLength(3);
    await expect(describe([{ Key: 'Tier', Values: ['Standard'] }])).rejects.toMatchObject({
      name: 'ValidationException',
    });
    const page = await paginateDescribeParameters(
      { client },
      { ParameterFilters: [{ Key: 'Name', Values: ['/s'] }] },
    ).next();
    expect(page.done === true ? [] : page.value.Parameters).toMatchObject([
      {
        Name: '/s',
        Type: 'SecureString',
        KeyId: 'alias/aws/ssm',
        Description: 'd',
        AllowedPattern: '.',
        Version: 1,
      },
    ]);
  });
});

describe('a parameter of a template', () => {
  it('stays at its version until the template changes', async () => {
    const { ssm, client } = await start();
    const properties = { Name, Value: 'v', Type: 'String', Description: 'd', Tags: { stage: 'local' } };
    expect(ssm.putParameter(properties)).toEqual({ name: Name });
    ssm.putParameter(properties);
    expect((await get(client)).Parameter?.Version).toBe(1);
    ssm.putParameter({ ...properties, Value: 'w' });
    expect((await get(client)).Parameter).toMatchObject({ Version: 2, Value: 'w' });
  });

  it.each([
    [{ Value: 'v', Type: 'String' }, 'ValidationException'],
    [{ Name, Value: 'v', Type: 'SecureString' }, 'ValidationException'],
    [{ Name, Value: 'v', Type: 'String', Policies: '[]' }, 'UnknownOperationException'],
  ])('is refused as %j', async (properties, code) => {
    const { ssm } = await start();
    expect(refusalOf(() => ssm.putParameter(properties))).toBe(code);
  });

  it('is removed', async () => {
    const { ssm } = await start();
    ssm.putParameter({ Name, Value: 'v', Type: 'String' });
    ssm.deleteParameter(Name);
    ssm.deleteParameter(Name);
    expect(ssm.value(Name)).toBeUndefined();
  });
});

describe('after a restart', () => {
  it('all is as it was', async () => {
    const { client, world } = await start();
    await put(client);
    await put(client, { Value: 'w', Overwrite: true });
    const { client: again } = await start(world);
    expect((await get(again)).Parameter).toMatchObject({ Value: 'w', Version: 2 });
  });
});
