import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { allowing, putRole } from '../fixtures/allowing.ts';
import { account, arn, arrangeResources } from '../fixtures/creating-resources.ts';

let world: Awaited<ReturnType<typeof arrangeResources>>;
beforeEach(async () => {
  world = await arrangeResources();
  putRole(world.services.permissions, 'r');
});
afterEach(() => world.close());
const create: typeof world.create = (...resource) => world.create(...resource);

describe('functions', () => {
  const functionProperties = {
    FunctionName: 'f',
    Code: { S3Bucket: 'assets', S3Key: 'abc.zip' },
    Handler: 'handler.handler',
    Runtime: 'nodejs24.x',
    Role: `arn:aws:iam::${account}:role/r`,
    Environment: { Variables: { QUEUE_URL: `http://127.0.0.1:4566/${account}/q`, COUNT: 3 } },
  };
  const createFunction = async (properties: object = {}) => {
    const folder = join(world.directory, 'asset.abc');
    mkdirSync(folder, { recursive: true });
    world.services.code.publish('abc.zip', folder);
    return await create('AWS::Lambda::Function', { ...functionProperties, ...properties });
  };

  it('run the code of their asset, with versions and aliases', async () => {
    await expect(createFunction()).resolves.toEqual({
      physicalId: 'f',
      attributes: { Arn: arn('lambda', 'function:f') },
    });
    expect(world.cloud.functions).toEqual(new Set(['f']));
    const version = await create('AWS::Lambda::Version', { FunctionName: 'f' });
    expect(version).toMatchObject({
      physicalId: arn('lambda', 'function:f:1'),
      attributes: { Version: '1' },
    });
    const live = { FunctionName: 'f', Name: 'live', FunctionVersion: '1' };
    const alias = await create('AWS::Lambda::Alias', live);
    expect(alias.physicalId).toBe(arn('lambda', 'function:f:live'));
  });

  it('refuse code that is no asset, or one that is not there', async () => {
    await expect(createFunction({ Code: { ZipFile: 'x' } })).rejects.toThrow(
      'only code from an asset (S3Bucket, S3Key)',
    );
    await expect(createFunction({ Code: { S3Bucket: 'assets', S3Key: 'no.zip' } })).rejects.toThrow(
      'S3 Error Code: NoSuchKey',
    );
    await expect(createFunction({ Timeout: 'long' })).rejects.toThrow('Timeout must be a number');
  });

  it('take messages of a queue', async () => {
    await createFunction();
    await create('AWS::Lambda::Alias', { FunctionName: 'f', Name: 'live', FunctionVersion: '$LATEST' });
    await create('AWS::SQS::Queue', { QueueName: 'q', VisibilityTimeout: 60 });
    const mapping = {
      FunctionName: 'f:live',
      EventSourceArn: arn('sqs', 'q'),
      BatchSize: 5,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ScalingConfig: { MaximumConcurrency: 2 },
    };
    const { physicalId, attributes } = await create('AWS::Lambda::EventSourceMapping', mapping);
    expect(physicalId).toMatch(/^[0-9a-f-]{36}$/);
    expect(attributes).toEqual({ Id: physicalId });
    putRole(world.services.permissions, 'r', { document: allowing('sqs:ReceiveMessage') });
    await expect(create('AWS::Lambda::EventSourceMapping', mapping)).rejects.toThrow(
      'does not have permissions to call GetQueueAttributes on SQS',
    );
  });

  it('are targets of rules', async () => {
    await createFunction();
    const rule = {
      Name: 'rule',
      EventPattern: { source: ['aws.s3'] },
      State: 'ENABLED',
      Targets: [{ Id: 'Target0', Arn: arn('lambda', 'function:f:live') }],
    };
    const { physicalId } = await create('AWS::Events::Rule', rule);
    expect(physicalId).toBe('rule');
    expect(world.services.events.rules().map(({ name }) => name)).toEqual(['rule']);
  });

  it('are called by state machines, whose definition and role are checked', async () => {
    putRole(world.services.permissions, 'r', { service: 'states.amazonaws.com' });
    const machine = (definition: object, more: object = {}) =>
      create('AWS::StepFunctions::StateMachine', {
        StateMachineName: 'm',
        RoleArn: `arn:aws:iam::${account}:role/r`,
        DefinitionString: JSON.stringify({
          QueryLanguage: 'JSONata',
          StartAt: 'A',
          States: { A: definition },
        }),
        ...more,
      });
    const { physicalId } = await machine({ Type: 'Succeed' });
    expect(physicalId).toBe(arn('states', 'stateMachine:m'));
    const logged = { LoggingConfiguration: { Level: 'ERROR' } };
    await expect(machine({ Type: 'Succeed' }, logged)).resolves.toMatchObject({ physicalId });
    const document = allowing(['logs:Get*', 'logs:List*', 'logs:Describe*', 'logs:Put*', 'logs:Update*']);
    putRole(world.services.permissions, 'r', { document, service: 'states.amazonaws.com' });
    await expect(machine({ Type: 'Succeed' }, logged)).rejects.toThrow(
      'it lacks logs:CreateLogDelivery, logs:DeleteLogDelivery',
    );
    putRole(world.services.permissions, 'r');
    await expect(machine({ Type: 'Succeed' })).rejects.toThrow('authorized to assume the provided role');
    putRole(world.services.permissions, 'r', { service: 'states.amazonaws.com' });
    const unknown = { Type: 'Task', Resource: 'arn:aws:states:::ecs:runTask', End: true };
    await expect(machine(unknown)).rejects.toThrow('ecs:runTask');
    const version = await create('AWS::StepFunctions::StateMachineVersion', { StateMachineArn: physicalId });
    expect(version.physicalId).toBe(`${physicalId}:1`);
    const alias = (preference: object) =>
      create('AWS::StepFunctions::StateMachineAlias', { Name: 'live', DeploymentPreference: preference });
    const canary = {
      StateMachineVersionArn: version.physicalId,
      Type: 'CANARY',
      Percentage: 10,
      Interval: 5,
    };
    await expect(alias(canary)).resolves.toMatchObject({ physicalId: `${physicalId}:live` });
    await expect(alias({ ...canary, Type: 'SUDDEN' })).rejects.toThrow('Type');
  });
});
