import {
  CreateFunctionCommand,
  GetAliasCommand,
  GetFunctionCommand,
  GetFunctionConfigurationCommand,
  InvokeCommand,
  LambdaClient,
  ListAliasesCommand,
  ListVersionsByFunctionCommand,
  ListEventSourceMappingsCommand,
  ListFunctionsCommand,
  ListLayersCommand,
  PublishVersionCommand,
  UpdateFunctionCodeCommand,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import { createWireServer } from '@atlas-engine/aws-wire';
import type { WireServer } from '@atlas-engine/aws-wire';
import { createMemoryStore, noFaults } from '@atlas-engine/simulation';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LambdaOptions } from '../index.ts';
import { fakeQueue, queueArn } from '../testing/fake-queue.ts';
import { fixtures, nameOf, scriptedFaults, specOf, testLambda } from '../testing/test-lambda.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

const closers: (() => void | Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

const cloud = async ({ faults = noFaults, ...options }: Omit<Partial<LambdaOptions>, 'clock'> = {}) => {
  const test = testLambda({ ...options, faults });
  const { clock, store, lambda } = test;
  const server: WireServer = await createWireServer({ services: [lambda.service], clock, store, faults });
  const client = new LambdaClient({
    endpoint: server.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
  closers.push(
    () => client.destroy(),
    () => server.close(),
  );
  return { ...test, client, url: server.url };
};

const text = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('utf8');

describe('Invoke over the wire', () => {
  it('answers with the payload, the version and the tail of the log', async () => {
    const { client, given, lambda } = await cloud();
    given('echo');
    lambda.putAlias('echo', { name: 'live', version: lambda.publishVersion('echo').version });
    const answer = await client.send(
      new InvokeCommand({ FunctionName: 'echo', Qualifier: 'live', Payload: '{"lead":1}', LogType: 'Tail' }),
    );
    expect(answer).toMatchObject({ StatusCode: 200, ExecutedVersion: '1' });
    expect(answer.FunctionError).toBeUndefined();
    const payload = JSON.parse(text(answer.Payload));
    expect(payload).toMatchObject({ event: { lead: 1 }, requestId: answer.$metadata.requestId });
    expect(Buffer.from(answer.LogResult ?? '', 'base64').toString()).toContain(
      `START RequestId: ${payload.requestId}`,
    );
  });

  it('marks the error of a function', async () => {
    const { client, given } = await cloud();
    given('fail');
    const answer = await client.send(new InvokeCommand({ FunctionName: 'fail' }));
    expect(answer).toMatchObject({ StatusCode: 200, FunctionError: 'Unhandled' });
    expect(JSON.parse(text(answer.Payload))).toMatchObject({ errorType: 'InvalidLead' });
  });

  it('accepts an event, which is run afterwards', async () => {
    const { client, given, lambda, clock, lines } = await cloud();
    given('log');
    const answer = await client.send(
      new InvokeCommand({ FunctionName: 'log', InvocationType: 'Event', Payload: '{"name":"event"}' }),
    );
    expect(answer).toMatchObject({ StatusCode: 202 });
    expect(text(answer.Payload)).toBe('');
    await clock.idle();
    expect(lambda.pendingEvents).toBe(0);
    expect(lines.some(({ line }) => line.endsWith('hello event'))).toBe(true);
  });

  it('can be tried without running anything', async () => {
    const { client, given, lambda } = await cloud();
    given('echo');
    const answer = await client.send(new InvokeCommand({ FunctionName: 'echo', InvocationType: 'DryRun' }));
    expect([answer.StatusCode, lambda.processes()]).toEqual([204, []]);
  });

  it('hands on the client context and the trace', async () => {
    const { client, given } = await cloud();
    given('describeContext');
    const ClientContext = Buffer.from('{"custom":{"a":"b"}}').toString('base64');
    const answer = await client.send(new InvokeCommand({ FunctionName: 'describeContext', ClientContext }));
    expect(JSON.parse(text(answer.Payload))).toMatchObject({ clientContext: { custom: { a: 'b' } } });
    const broken = client.send(new InvokeCommand({ FunctionName: 'describeContext', ClientContext: 'e3t7' }));
    await expect(broken).rejects.toMatchObject({ name: 'InvalidRequestContentException' });
  });

  it.each([
    [{ FunctionName: 'absent' }, 'ResourceNotFoundException', 404],
    [{ FunctionName: 'echo', Payload: '{' }, 'InvalidRequestContentException', 400],
    [
      { FunctionName: 'echo', InvocationType: 'Event' as const, Payload: `"${'x'.repeat(262_144)}"` },
      'RequestTooLargeException',
      413,
    ],
    [{ FunctionName: 'echo:live', Qualifier: 'blue' }, 'InvalidParameterValueException', 400],
    [{ FunctionName: 'none' }, 'TooManyRequestsException', 429],
    [{ FunctionName: 'echo', TenantId: 'one' }, 'UnknownOperationException', 400],
  ])('of %j is refused with %s', async (input, name, httpStatusCode) => {
    const { client, given } = await cloud();
    given('echo');
    given('nothing', { name: 'none', reservedConcurrency: 0 });
    const sent = client.send(new InvokeCommand(input));
    await expect(sent).rejects.toMatchObject({ name, $metadata: { httpStatusCode } });
  });

  it('meets a planned fault once, and a lost answer as a crash', async () => {
    const { client, given, lines } = await cloud({
      faults: scriptedFaults(['throttle', 'server-error', 'lost-answer']),
    });
    given('log');
    const names = [];
    for (let call = 0; call < 4; call += 1) {
      const sent = client.send(new InvokeCommand({ FunctionName: 'log', Payload: '{"name":"x"}' }));
      names.push(await sent.then(() => 'ok', nameOf));
    }
    expect(names).toEqual(['TooManyRequestsException', 'ServiceException', 'ServiceException', 'ok']);
    expect(lines.filter(({ line }) => line.endsWith('hello x'))).toHaveLength(2);
  });
});

describe('a function', () => {
  it('finds the local cloud with an unmodified SDK client', async () => {
    let url = '';
    const { url: serverUrl, given } = await cloud({ endpointUrl: () => url });
    url = serverUrl;
    given('echo');
    const invoke = given('caller', { handler: 'calls-cloud.handler' });
    expect((await invoke({ functionName: 'echo' })).answer).toMatchObject({ event: { from: 'afar' } });
  });
});

describe('functions over the wire', () => {
  it('are described', async () => {
    const { client, given, lambda } = await cloud();
    given('echo', {
      environment: { TABLE: 'leads' },
      description: 'Echo',
      reservedConcurrency: 3,
    });
    lambda.putAlias('echo', { name: 'live', version: lambda.publishVersion('echo').version });
    const { Configuration, Code, Concurrency } = await client.send(
      new GetFunctionCommand({ FunctionName: 'echo', Qualifier: 'live' }),
    );
    const code = readFileSync(join(fixtures, 'handlers.mjs'));
    expect(Configuration).toMatchObject({
      FunctionName: 'echo',
      FunctionArn: 'arn:aws:lambda:us-east-1:123456789012:function:echo:live',
      Version: '1',
      Handler: 'handlers.echo',
      Runtime: 'nodejs24.x',
      Timeout: 10,
      MemorySize: 512,
      Description: 'Echo',
      Environment: { Variables: { TABLE: 'leads' } },
      CodeSize: code.length,
      CodeSha256: createHash('sha256').update(code).digest('base64'),
      State: 'Active',
      LastUpdateStatus: 'Successful',
      LastModified: '2026-01-01T00:00:00.000+0000',
    });
    expect(Code?.RepositoryType).toBe('S3');
    expect(Concurrency).toEqual({ ReservedConcurrentExecutions: 3 });
    expect(await client.send(new GetFunctionConfigurationCommand({ FunctionName: 'echo' }))).toMatchObject({
      Version: '$LATEST',
    });
  });

  it('are listed page by page', async () => {
    const { client, lambda } = await cloud();
    for (const name of ['one', 'two', 'three']) lambda.registerFunction(specOf('echo', { name }));
    const { Functions, NextMarker } = await client.send(new ListFunctionsCommand({ MaxItems: 2 }));
    const rest = await client.send(new ListFunctionsCommand({ MaxItems: 2, Marker: NextMarker }));
    expect([...(Functions ?? []), ...(rest.Functions ?? [])].map(({ FunctionName }) => FunctionName)).toEqual(
      ['one', 'two', 'three'],
    );
    expect(rest.NextMarker).toBeUndefined();
    await expect(client.send(new ListFunctionsCommand({ FunctionVersion: 'ALL' }))).rejects.toThrow(
      'ListFunctions with FunctionVersion',
    );
  });

  it('are changed, which outlives the process until the template changes', async () => {
    const store = createMemoryStore();
    const first = await cloud({ store });
    first.given('environment', { environment: { STAGE: 'one' } });
    const change = { FunctionName: 'environment', Environment: { Variables: { STAGE: 'two' } }, Timeout: 5 };
    const changed = await first.client.send(new UpdateFunctionConfigurationCommand(change));
    expect(changed).toMatchObject({ Timeout: 5, Environment: { Variables: { STAGE: 'two' } } });
    const answer = await first.client.send(new InvokeCommand({ FunctionName: 'environment' }));
    expect(JSON.parse(text(answer.Payload)).STAGE).toBe('two');

    const second = await cloud({ store });
    second.given('environment', { environment: { STAGE: 'one' } });
    const get = new GetFunctionConfigurationCommand({ FunctionName: 'environment' });
    expect(await second.client.send(get)).toMatchObject({
      Timeout: 5,
      Environment: { Variables: { STAGE: 'two' } },
    });
    second.given('environment', { environment: { STAGE: 'three' } });
    expect(await second.client.send(get)).toMatchObject({
      Timeout: 10,
      Environment: { Variables: { STAGE: 'three' } },
    });
  });

  it('are changed only within what is known, allowed and of the named revision', async () => {
    const { client, given } = await cloud();
    given('echo');
    const update = (input: object) =>
      client.send(new UpdateFunctionConfigurationCommand({ FunctionName: 'echo', ...input }));
    await expect(update({ Layers: ['x'] })).rejects.toThrow('UpdateFunctionConfiguration with Layers');
    await expect(update({ MemorySize: 1 })).rejects.toMatchObject({ name: 'InvalidParameterValueException' });
    await expect(update({ RevisionId: 'old' })).rejects.toMatchObject({
      name: 'PreconditionFailedException',
    });
  });

  it('take their code from S3 where the host gives it, and from nowhere else', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'handlers.mjs'), "export const echo = async () => 'from S3';\n");
    const asked: string[] = [];
    const codeFrom = async (bucket: string, key: string): Promise<string> => {
      asked.push(`${bucket}/${key}`);
      return folder;
    };
    const { client, given } = await cloud({ codeFrom });
    const invoke = given('echo');
    await invoke();
    const update = (input: object) =>
      client.send(new UpdateFunctionCodeCommand({ FunctionName: 'echo', ...input }));
    expect(await update({ S3Bucket: 'assets', S3Key: 'echo.zip', Publish: true })).toMatchObject({
      Version: '1',
    });
    expect(asked).toEqual(['assets/echo.zip']);
    expect((await invoke()).answer).toBe('from S3');
    await expect(update({ ZipFile: Buffer.from('PK') })).rejects.toMatchObject({
      message: expect.stringContaining('ZipFile'),
    });
    const other = await cloud();
    other.given('echo');
    const refused = other.client.send(
      new UpdateFunctionCodeCommand({ FunctionName: 'echo', S3Bucket: 'a', S3Key: 'b' }),
    );
    await expect(refused).rejects.toThrow('UpdateFunctionCode from S3 where the host gives no code');
  });

  it('are published once for each change', async () => {
    const { client, given } = await cloud();
    given('echo');
    const publish = (input: object = {}) =>
      client.send(new PublishVersionCommand({ FunctionName: 'echo', ...input }));
    expect(await publish({ Description: 'first' })).toMatchObject({
      Version: '1',
      Description: 'first',
      FunctionArn: 'arn:aws:lambda:us-east-1:123456789012:function:echo:1',
    });
    expect(await publish()).toMatchObject({ Version: '1' });
    given('echo', { memoryMb: 256 });
    expect(await publish()).toMatchObject({ Version: '2' });
    await expect(publish({ CodeSha256: 'other' })).rejects.toMatchObject({
      name: 'InvalidParameterValueException',
    });
    expect(await client.send(new InvokeCommand({ FunctionName: 'echo', Qualifier: '2' }))).toMatchObject({
      StatusCode: 200,
    });
  });

  it('have aliases, which lead to one version or to two', async () => {
    const { client, given, lambda } = await cloud();
    given('echo');
    lambda.publishVersion('echo');
    given('echo', { memoryMb: 256 });
    lambda.publishVersion('echo');
    lambda.putAlias('echo', { name: 'previous', version: '1', additional: { version: '2', weight: 0.1 } });
    lambda.putAlias('echo', { name: 'live', version: '2' });
    const { RoutingConfig } = await client.send(
      new GetAliasCommand({ FunctionName: 'echo', Name: 'previous' }),
    );
    expect(RoutingConfig).toEqual({ AdditionalVersionWeights: { '2': 0.1 } });
    const { Versions } = await client.send(new ListVersionsByFunctionCommand({ FunctionName: 'echo' }));
    expect(Versions?.map(({ Version, MemorySize }) => [Version, MemorySize])).toEqual([
      ['$LATEST', 256],
      ['1', 512],
      ['2', 256],
    ]);
    expect(await client.send(new GetAliasCommand({ FunctionName: 'echo', Name: 'live' }))).toMatchObject({
      AliasArn: 'arn:aws:lambda:us-east-1:123456789012:function:echo:live',
      FunctionVersion: '2',
    });
    const { Aliases } = await client.send(
      new ListAliasesCommand({ FunctionName: 'echo', FunctionVersion: '1' }),
    );
    expect(Aliases?.map(({ Name }) => Name)).toEqual(['previous']);
    const absent = client.send(new GetAliasCommand({ FunctionName: 'echo', Name: 'blue' }));
    await expect(absent).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  it('have the event sources that were added', async () => {
    const queue = fakeQueue();
    const { client, given, lambda } = await cloud({ queues: queue.port });
    given('echo');
    const added = lambda.addEventSource({
      functionName: 'echo',
      queueArn,
      reportBatchItemFailures: true,
      maximumConcurrency: 2,
    });
    const list = (input: object) => client.send(new ListEventSourceMappingsCommand(input));
    const { EventSourceMappings } = await list({ FunctionName: 'echo', EventSourceArn: queueArn });
    expect(EventSourceMappings).toMatchObject([
      {
        UUID: added.uuid,
        BatchSize: 10,
        State: 'Enabled',
        EventSourceArn: queueArn,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        ScalingConfig: { MaximumConcurrency: 2 },
        LastModified: new Date('2026-01-01T00:00:00Z'),
      },
    ]);
    expect((await list({ EventSourceArn: `${queueArn}-other` })).EventSourceMappings).toEqual([]);
  });

  it('can not be handled in ways that are not known, which are refused by name', async () => {
    const { client } = await cloud();
    await expect(client.send(new ListLayersCommand({}))).rejects.toThrow('does not support ListLayers');
    const create = new CreateFunctionCommand({
      FunctionName: 'x',
      Role: 'arn:aws:iam::123456789012:role/x',
      Code: {},
    });
    await expect(client.send(create)).rejects.toThrow('does not support CreateFunction');
  });
});
