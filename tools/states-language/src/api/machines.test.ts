import {
  CreateStateMachineAliasCommand,
  CreateStateMachineCommand,
  DeleteStateMachineAliasCommand,
  DeleteStateMachineCommand,
  DeleteStateMachineVersionCommand,
  DescribeStateMachineAliasCommand,
  DescribeStateMachineCommand,
  ListExecutionsCommand,
  ListStateMachineAliasesCommand,
  ListStateMachineVersionsCommand,
  ListStateMachinesCommand,
  ListTagsForResourceCommand,
  PublishStateMachineVersionCommand,
  StartExecutionCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateStateMachineAliasCommand,
  UpdateStateMachineCommand,
  ValidateStateMachineDefinitionCommand,
} from '@aws-sdk/client-sfn';
import { createStepFunctions } from '../create-step-functions.ts';
import { machineOf } from '../testing/harness.ts';
import type { WireHarness } from '../testing/wire.ts';
import { createWireHarness, place, roleArn, waitingDefinition } from '../testing/wire.ts';

let wire: WireHarness;
beforeEach(async () => {
  wire = await createWireHarness();
});
afterEach(() => wire.close());

const giving = (output: unknown): string => machineOf({ S: { Type: 'Succeed', Output: output } });
const describeMachine = (stateMachineArn: string) =>
  wire.sfn.send(new DescribeStateMachineCommand({ stateMachineArn }));

describe('CreateStateMachine', () => {
  it('creates, and asking again for the same is no error', async () => {
    const arn = await wire.create('m', giving(1));
    await wire.clock.advanceBy(1000);
    expect(await wire.create('m', giving(1))).toBe(arn);
    expect(await describeMachine(arn)).toMatchObject({
      stateMachineArn: arn,
      name: 'm',
      status: 'ACTIVE',
      type: 'STANDARD',
      definition: giving(1),
      roleArn,
      creationDate: new Date('2026-01-01T00:00:00Z'),
      loggingConfiguration: { level: 'OFF', includeExecutionData: false },
      tracingConfiguration: { enabled: false },
    });
    await expect(wire.create('m', giving(2))).rejects.toMatchObject({
      name: 'StateMachineAlreadyExists',
      message: `State Machine Already Exists: '${arn}'`,
    });
  });

  it('refuses a definition with all its problems', async () => {
    const definition = JSON.stringify({ QueryLanguage: 'JSONata', StartAt: 'S' });
    await expect(wire.create('m', definition)).rejects.toMatchObject({
      name: 'InvalidDefinition',
      message:
        "Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: These fields are required: [States] at /'",
    });
    const unknown = machineOf({
      T: { Type: 'Task', Resource: 'arn:aws:states:::glue:startJobRun', End: true },
    });
    await expect(wire.create('m', unknown)).rejects.toMatchObject({
      message: expect.stringContaining('arn:aws:states:::glue:startJobRun is not recognized') as string,
    });
  });

  it.each([
    [{ type: 'EXPRESS' as const }, 'UnknownOperationException', /EXPRESS/],
    [{ roleArn: 'role' }, 'InvalidArn', /role/],
    [{ name: 'a/b' }, 'InvalidName', /a\/b/],
    [
      { versionDescription: 'd' },
      'ValidationException',
      /^Version description can only be set when publish is true$/,
    ],
    [
      { encryptionConfiguration: { type: 'CUSTOMER_MANAGED_KMS_KEY' as const } },
      'UnknownOperationException',
      /CUSTOMER_MANAGED_KMS_KEY/,
    ],
  ])('refuses %j', async (fields, name, message) => {
    const command = new CreateStateMachineCommand({ name: 'm', definition: giving(1), roleArn, ...fields });
    await expect(wire.sfn.send(command)).rejects.toMatchObject({
      name,
      message: expect.stringMatching(message) as string,
    });
  });
});

describe('UpdateStateMachine', () => {
  it('gives a new revision only when something changes', async () => {
    const stateMachineArn = await wire.create('m', giving(1));
    const update = (fields: object) =>
      wire.sfn.send(new UpdateStateMachineCommand({ stateMachineArn, ...fields }));
    expect((await describeMachine(stateMachineArn)).revisionId).toBeUndefined();
    const { revisionId } = await update({ definition: giving(2) });
    expect(revisionId).toBeDefined();
    expect(await update({ definition: giving(2) })).toMatchObject({ revisionId });
    expect((await update({ definition: giving(3) })).revisionId).not.toBe(revisionId);
    expect((await describeMachine(stateMachineArn)).definition).toBe(giving(3));
    await expect(update({})).rejects.toMatchObject({ name: 'MissingRequiredParameter' });
    await expect(update({ definition: '{}' })).rejects.toMatchObject({ name: 'InvalidDefinition' });
  });
});

describe('ListStateMachines', () => {
  it('gives pages by name', async () => {
    for (const name of ['b', 'a', 'c']) await wire.create(name);
    const first = await wire.sfn.send(new ListStateMachinesCommand({ maxResults: 2 }));
    expect(first.stateMachines?.map(({ name }) => name)).toEqual(['a', 'b']);
    const { nextToken } = first;
    const second = await wire.sfn.send(new ListStateMachinesCommand({ maxResults: 2, nextToken }));
    expect(second.stateMachines).toMatchObject([{ name: 'c', type: 'STANDARD' }]);
    expect(second.nextToken).toBeUndefined();
  });
});

describe('DeleteStateMachine', () => {
  it('takes away at once what does not run', async () => {
    const stateMachineArn = await wire.create('m');
    await wire.sfn.send(new DeleteStateMachineCommand({ stateMachineArn }));
    await wire.sfn.send(new DeleteStateMachineCommand({ stateMachineArn }));
    await expect(describeMachine(stateMachineArn)).rejects.toMatchObject({
      name: 'StateMachineDoesNotExist',
    });
  });

  it('ends executions at their next state, and is gone when the last has ended', async () => {
    const wait = (name: string) => ({
      Type: 'Wait',
      Seconds: 10,
      ...(name ? { Next: name } : { End: true }),
    });
    const stateMachineArn = await wire.create('m', machineOf({ A: wait('B'), B: wait('') }));
    const executionArn = await wire.start(stateMachineArn, 'run');
    await wire.sfn.send(new DeleteStateMachineCommand({ stateMachineArn }));
    expect((await describeMachine(stateMachineArn)).status).toBe('DELETING');
    await expect(wire.start(stateMachineArn, 'more')).rejects.toMatchObject({ name: 'StateMachineDeleting' });
    await wire.clock.advanceBy(10_000);
    expect((await wire.describe(executionArn)).status).toBe('ABORTED');
    await expect(describeMachine(stateMachineArn)).rejects.toMatchObject({
      name: 'StateMachineDoesNotExist',
    });
    expect(await wire.create('m')).toBe(stateMachineArn);
  });
});

describe('ValidateStateMachineDefinition', () => {
  it('tells what is wrong without creating anything', async () => {
    const validate = (definition: string, fields = {}) =>
      wire.sfn.send(new ValidateStateMachineDefinitionCommand({ definition, ...fields }));
    expect(await validate(giving(1))).toMatchObject({ result: 'OK', diagnostics: [], truncated: false });
    const two = machineOf({ A: { Type: 'Pass', Next: 'X' }, B: { Type: 'Pass', End: true } });
    expect(await validate(two, { maxResults: 1 })).toMatchObject({
      result: 'FAIL',
      diagnostics: [
        {
          severity: 'ERROR',
          code: 'MISSING_TRANSITION_TARGET',
          message: "Missing 'Next' target: X",
          location: '/States/A/Next',
        },
      ],
      truncated: true,
    });
  });
});

describe('versions and aliases', () => {
  const outputOf = async (arn: string, name: string): Promise<string | undefined> =>
    (await wire.describe(await wire.start(arn, name))).output;

  it('run what they were published from', async () => {
    const stateMachineArn = await wire.create('m', giving('one'));
    const publish = async (fields = {}) =>
      (await wire.sfn.send(new PublishStateMachineVersionCommand({ stateMachineArn, ...fields })))
        .stateMachineVersionArn ?? '';
    const one = await publish({ description: 'first' });
    expect(one).toBe(`${stateMachineArn}:1`);
    expect(await publish()).toBe(one);
    const update = new UpdateStateMachineCommand({
      stateMachineArn,
      definition: giving('two'),
      publish: true,
    });
    const { stateMachineVersionArn: two = '' } = await wire.sfn.send(update);
    expect(two).toBe(`${stateMachineArn}:2`);
    await expect(publish({ revisionId: 'old' })).rejects.toMatchObject({ name: 'ConflictException' });
    expect(await describeMachine(one)).toMatchObject({ definition: giving('one'), description: 'first' });

    const alias = {
      name: 'live',
      routingConfiguration: [{ stateMachineVersionArn: one, weight: 100 }],
    };
    const { stateMachineAliasArn = '' } = await wire.sfn.send(new CreateStateMachineAliasCommand(alias));
    expect(await outputOf(one, 'by-version')).toBe('"one"');
    expect(await outputOf(stateMachineAliasArn, 'by-alias')).toBe('"one"');
    expect(await outputOf(stateMachineArn, 'latest')).toBe('"two"');
    const { executions } = await wire.sfn.send(
      new ListExecutionsCommand({ stateMachineArn: stateMachineAliasArn }),
    );
    expect(executions).toMatchObject([
      { name: 'by-alias', stateMachineArn, stateMachineVersionArn: one, stateMachineAliasArn },
    ]);

    const shifted = [
      { stateMachineVersionArn: one, weight: 50 },
      { stateMachineVersionArn: two, weight: 50 },
    ];
    const shift = new UpdateStateMachineAliasCommand({ stateMachineAliasArn, routingConfiguration: shifted });
    await wire.sfn.send(shift);
    const describe = new DescribeStateMachineAliasCommand({ stateMachineAliasArn });
    expect(await wire.sfn.send(describe)).toMatchObject({ name: 'live', routingConfiguration: shifted });
    const outputs = new Set<string | undefined>();
    for (let run = 0; run < 20; run += 1) outputs.add(await outputOf(stateMachineAliasArn, `run-${run}`));
    expect(outputs).toEqual(new Set(['"one"', '"two"']));
  });

  it('are checked, listed and deleted as the service does', async () => {
    const stateMachineArn = await wire.create('m');
    const publish = new PublishStateMachineVersionCommand({ stateMachineArn });
    const { stateMachineVersionArn = '' } = await wire.sfn.send(publish);
    const create = (name: string, ...weights: [string, number][]) =>
      wire.sfn.send(
        new CreateStateMachineAliasCommand({
          name,
          routingConfiguration: weights.map(([arn, weight]) => ({ stateMachineVersionArn: arn, weight })),
        }),
      );
    await expect(create('a', [stateMachineArn, 100])).rejects.toMatchObject({
      message: `Routing configuration must contain state machine version ARNs. Received: [${stateMachineArn}]`,
    });
    await expect(create('a', [stateMachineVersionArn, 70])).rejects.toMatchObject({
      message: 'Sum of routing configuration weights must equal 100. Received: [70]',
    });
    await expect(create('a', [`${stateMachineArn}:9`, 100])).rejects.toMatchObject({
      name: 'ResourceNotFound',
    });
    await expect(create('123', [stateMachineVersionArn, 100])).rejects.toMatchObject({
      name: 'ValidationException',
    });
    const { stateMachineAliasArn = '' } = await create('a', [stateMachineVersionArn, 100]);
    await create('a', [stateMachineVersionArn, 100]);
    const aliases = new ListStateMachineAliasesCommand({ stateMachineArn });
    expect((await wire.sfn.send(aliases)).stateMachineAliases).toMatchObject([{ stateMachineAliasArn }]);

    const deletion = new DeleteStateMachineVersionCommand({ stateMachineVersionArn });
    await expect(wire.sfn.send(deletion)).rejects.toMatchObject({
      name: 'ConflictException',
      message:
        'Version to be deleted must not be referenced by an alias. Current list of aliases referencing this version: [a]',
    });
    await wire.sfn.send(new DeleteStateMachineAliasCommand({ stateMachineAliasArn }));
    await wire.sfn.send(deletion);
    const versions = new ListStateMachineVersionsCommand({ stateMachineArn });
    expect((await wire.sfn.send(versions)).stateMachineVersions).toEqual([]);
    expect((await wire.sfn.send(publish)).stateMachineVersionArn).toBe(`${stateMachineArn}:2`);
    await expect(
      wire.sfn.send(new StartExecutionCommand({ stateMachineArn: stateMachineVersionArn })),
    ).rejects.toMatchObject({ name: 'StateMachineDoesNotExist' });
  });
});

describe('tags', () => {
  it('are set, listed and taken away', async () => {
    const resourceArn = await wire.create('m');
    const tagsOf = async () => (await wire.sfn.send(new ListTagsForResourceCommand({ resourceArn }))).tags;
    const tags = [
      { key: 'a', value: '1' },
      { key: 'b', value: '2' },
    ];
    await wire.sfn.send(new TagResourceCommand({ resourceArn, tags }));
    expect(await tagsOf()).toEqual(tags);
    await wire.sfn.send(new UntagResourceCommand({ resourceArn, tagKeys: ['a'] }));
    expect(await tagsOf()).toEqual([{ key: 'b', value: '2' }]);
    await expect(
      wire.sfn.send(new ListTagsForResourceCommand({ resourceArn: `${resourceArn}x` })),
    ).rejects.toMatchObject({ name: 'ResourceNotFound' });
  });
});

describe('registerStateMachine', () => {
  it('creates and updates without the API', async () => {
    const register = (definition: string | Record<string, unknown>) =>
      wire.double.registerStateMachine({ name: 'm', definition, roleArn });
    const { stateMachineArn } = register(JSON.parse(giving(1)) as Record<string, unknown>);
    expect(await describeMachine(stateMachineArn)).toMatchObject({ definition: giving(1) });
    register(giving(2));
    expect(await describeMachine(stateMachineArn)).toMatchObject({ definition: giving(2) });
    expect(() => register('{}')).toThrow(/^Invalid State Machine Definition: /);
  });
});

describe('registerVersion and registerAlias', () => {
  it('publish what is new and point the alias at it', async () => {
    const register = (output: number) =>
      wire.double.registerStateMachine({ name: 'm', definition: giving(output), roleArn }).stateMachineArn;
    const release = (): string => {
      const { stateMachineVersionArn } = wire.double.registerVersion(stateMachineArn);
      const routes = [{ stateMachineVersionArn, weight: 100 }];
      return wire.double.registerAlias({ name: 'live', routes }).stateMachineAliasArn;
    };
    const stateMachineArn = register(1);
    expect(release()).toBe(`${stateMachineArn}:live`);
    expect(release()).toBe(`${stateMachineArn}:live`);
    register(2);
    const outputOf = async (name: string) =>
      (await wire.describe(await wire.start(`${stateMachineArn}:live`, name))).output;
    expect(await outputOf('before')).toBe('1');
    release();
    expect(await outputOf('after')).toBe('2');
    const { stateMachineVersions } = await wire.sfn.send(
      new ListStateMachineVersionsCommand({ stateMachineArn }),
    );
    expect(stateMachineVersions).toHaveLength(2);
  });

  it('refuse what is not there', () => {
    const arn = 'arn:aws:states:us-east-1:000000000000:stateMachine:none';
    expect(() => wire.double.registerVersion(arn)).toThrow('State Machine Does Not Exist');
    const routes = [{ stateMachineVersionArn: `${arn}:1`, weight: 100 }];
    expect(() => wire.double.registerAlias({ name: 'live', routes })).toThrow();
  });
});

describe('a new double on the same store', () => {
  it('knows what the old one knew', async () => {
    const stateMachineArn = await wire.create('m');
    const executionArn = await wire.start(stateMachineArn, 'run');
    wire.double.engine.dispose();
    const { clock, store } = wire;
    const changes: string[] = [];
    const second = createStepFunctions({
      clock,
      store,
      ...place,
      runners: { 'arn:aws:states:::lambda:invoke.waitForTaskToken': { invoke: () => Promise.resolve(null) } },
      onStatusChange: ({ status }) => void changes.push(status),
    });
    expect(await second.engine.answerToken(wire.tokens[0] ?? '', { ok: true, output: '1' })).toBe('taken');
    await clock.idle();
    expect(await wire.describe(executionArn)).toMatchObject({ status: 'SUCCEEDED', output: '1' });
    expect(changes).toEqual(['SUCCEEDED']);
    expect(waitingDefinition).toBe((await describeMachine(stateMachineArn)).definition);
  });
});
