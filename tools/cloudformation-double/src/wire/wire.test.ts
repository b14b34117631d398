import {
  CreateChangeSetCommand,
  CreateStackCommand,
  DeleteChangeSetCommand,
  DeleteStackCommand,
  DescribeChangeSetCommand,
  DescribeStackEventsCommand,
  DescribeStackResourcesCommand,
  DescribeStacksCommand,
  ExecuteChangeSetCommand,
  GetTemplateCommand,
  GetTemplateSummaryCommand,
  ListStackResourcesCommand,
  ListStacksCommand,
  UpdateStackCommand,
  UpdateTerminationProtectionCommand,
  ValidateTemplateCommand,
} from '@aws-sdk/client-cloudformation';
import { parameter, queue, testWire } from '../testing/test-cloudformation.ts';

const StackName = 's';
const body = (Resources: object, more: object = {}) => JSON.stringify({ ...more, Resources });
const one = body({ A: queue({ QueueName: 'a', DelaySeconds: 1 }) });
const two = body({ A: queue({ QueueName: 'a', DelaySeconds: 2 }), B: queue({ QueueName: 'b' }) });

describe('stacks over the wire', () => {
  it('are created, described, updated and deleted; the deleted are found by their ARN only', async () => {
    const { client } = await testWire();
    const { StackId } = await client.send(
      new CreateStackCommand({
        StackName,
        TemplateBody: one,
        Tags: [{ Key: 'stage', Value: 'local' }],
        ClientRequestToken: 'token',
        EnableTerminationProtection: true,
      }),
    );
    const { Stacks } = await client.send(new DescribeStacksCommand({ StackName }));
    expect(Stacks).toMatchObject([
      { StackId, StackStatus: 'CREATE_COMPLETE', EnableTerminationProtection: true, Outputs: [] },
    ]);
    expect(Stacks?.[0]?.Tags).toEqual([{ Key: 'stage', Value: 'local' }]);
    await client.send(new UpdateStackCommand({ StackName, TemplateBody: two }));
    const { StackResources } = await client.send(new DescribeStackResourcesCommand({ StackName }));
    expect(StackResources?.map(({ LogicalResourceId: id, ResourceStatus: status }) => [id, status])).toEqual([
      ['A', 'UPDATE_COMPLETE'],
      ['B', 'CREATE_COMPLETE'],
    ]);
    await client.send(
      new UpdateTerminationProtectionCommand({ StackName, EnableTerminationProtection: false }),
    );
    await client.send(new DeleteStackCommand({ StackName }));
    await expect(client.send(new DescribeStacksCommand({ StackName }))).rejects.toMatchObject({
      name: 'ValidationError',
      message: 'Stack with id s does not exist',
    });
    const deleted = await client.send(new DescribeStacksCommand({ StackName: StackId }));
    expect(deleted.Stacks?.[0]?.StackStatus).toBe('DELETE_COMPLETE');
    const { StackSummaries } = await client.send(
      new ListStacksCommand({ StackStatusFilter: ['DELETE_COMPLETE'] }),
    );
    expect(StackSummaries?.map((stack) => stack.StackId)).toEqual([StackId]);
  });

  it('tell of their events newest first, at times that differ, with the token of the caller', async () => {
    const { client } = await testWire();
    await client.send(new CreateStackCommand({ StackName, TemplateBody: two, ClientRequestToken: 'token' }));
    const { StackEvents = [] } = await client.send(new DescribeStackEventsCommand({ StackName }));
    const times = StackEvents.map(({ Timestamp }) => Number(Timestamp));
    expect(times).toEqual([...new Set(times)].toSorted((a, b) => b - a));
    expect(StackEvents.map(({ ClientRequestToken }) => ClientRequestToken)).toEqual(
      StackEvents.map(() => 'token'),
    );
    expect([StackEvents.at(0), StackEvents.at(-1)]).toMatchObject([
      { ResourceStatus: 'CREATE_COMPLETE', ResourceType: 'AWS::CloudFormation::Stack' },
      { ResourceStatus: 'CREATE_IN_PROGRESS', ResourceStatusReason: 'User Initiated' },
    ]);
  });

  it('take their template from S3, and give it back as it was', async () => {
    const { client, templates } = await testWire();
    templates.set('http://127.0.0.1/b/k', one);
    await client.send(new CreateStackCommand({ StackName, TemplateURL: 'http://127.0.0.1/b/k' }));
    const { TemplateBody } = await client.send(
      new GetTemplateCommand({ StackName, TemplateStage: 'Original' }),
    );
    expect(TemplateBody).toBe(one);
    const { ResourceTypes } = await client.send(new GetTemplateSummaryCommand({ StackName }));
    expect(ResourceTypes).toEqual(['AWS::SQS::Queue']);
    await expect(
      client.send(new ValidateTemplateCommand({ TemplateBody: '{"Resources":{"A":{"Type":"X"}}}' })),
    ).rejects.toThrow('Unrecognized resource types: [X]');
  });

  it('may be written in YAML with short tags', async () => {
    const { client, existing } = await testWire();
    const TemplateBody = `
Parameters: { Name: { Type: String } }
Conditions: { Named: !Not [!Equals [!Ref Name, '']] }
Resources:
  A: { Type: AWS::SQS::Queue, Condition: Named, Properties: { QueueName: !Sub '\${Name}-q' } }
  B:
    Type: AWS::SSM::Parameter
    Properties:
      Type: String
      Value: !Join ['/', [!GetAtt A.Arn, !Select [1, !Split [',', 'x,y']]]]
`;
    const Parameters = [{ ParameterKey: 'Name', ParameterValue: 'n' }];
    await client.send(new CreateStackCommand({ StackName, TemplateBody, Parameters }));
    expect(existing.get('s-B-0')?.properties).toMatchObject({ Value: 'arn:n-q/y' });
    const { StackResourceSummaries } = await client.send(new ListStackResourcesCommand({ StackName }));
    expect(StackResourceSummaries?.map(({ PhysicalResourceId }) => PhysicalResourceId)).toEqual([
      'n-q',
      's-B-0',
    ]);
  });

  it('have parameters, checked and looked up, and rules', async () => {
    const { client, ssm } = await testWire();
    const TemplateBody = body(
      { A: parameter({ Ref: 'Version' }) },
      {
        Parameters: {
          Version: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/version' },
          Stage: { Type: 'String', AllowedValues: ['local'], Default: 'local' },
        },
        Rules: {
          Check: {
            Assertions: [
              {
                Assert: { 'Fn::Not': [{ 'Fn::Contains': [['1', '2'], { Ref: 'Version' }] }] },
                AssertDescription: 'bootstrap again',
              },
            ],
          },
        },
      },
    );
    const create = (Stage?: string) =>
      client.send(
        new CreateStackCommand({
          StackName,
          TemplateBody,
          ...(Stage === undefined ? {} : { Parameters: [{ ParameterKey: 'Stage', ParameterValue: Stage }] }),
        }),
      );
    await expect(create()).rejects.toThrow('Unable to fetch parameters [/version] from parameter store');
    ssm.set('/version', '2');
    await expect(create()).rejects.toThrow('bootstrap again');
    ssm.set('/version', '30');
    await expect(create('prod')).rejects.toThrow("Parameter 'Stage' must be one of AllowedValues");
    await create();
    const { Stacks } = await client.send(new DescribeStacksCommand({ StackName }));
    expect(Stacks?.[0]?.Parameters?.[0]).toEqual({
      ParameterKey: 'Version',
      ParameterValue: '/version',
      ResolvedValue: '30',
    });
  });

  it.each<[string, object, string]>([
    ['members that are not supported', { ResourceTypes: ['x'] }, 'the member ResourceTypes'],
    ['two templates', { TemplateURL: 'http://127.0.0.1/b/k' }, 'Either Template URL or Template Body'],
    ['a template that is too large', { TemplateBody: 'x'.repeat(51_201) }, 'less than or equal to 51200'],
    ['a name that is none', { StackName: '1' }, "Value '1' at 'stackName' failed to satisfy constraint"],
  ])('are refused with %s', async (_what, members, message) => {
    const { client } = await testWire();
    const create = client.send(new CreateStackCommand({ StackName, TemplateBody: one, ...members }));
    await expect(create).rejects.toThrow(message);
  });
});

describe('change sets over the wire', () => {
  const ChangeSetName = 'c';
  const create = (TemplateBody: string, ChangeSetType: 'CREATE' | 'UPDATE') =>
    new CreateChangeSetCommand({ StackName, ChangeSetName, TemplateBody, ChangeSetType });

  it('create a stack that until then has no template', async () => {
    const { client, done } = await testWire();
    await client.send(create(one, 'CREATE'));
    const described = await client.send(new DescribeChangeSetCommand({ StackName, ChangeSetName }));
    expect(described).toMatchObject({ Status: 'CREATE_COMPLETE', ExecutionStatus: 'AVAILABLE' });
    expect(described.Changes?.map(({ ResourceChange }) => ResourceChange?.Action)).toEqual(['Add']);
    expect((await client.send(new GetTemplateCommand({ StackName }))).TemplateBody).toBe('{}');
    expect(done()).toEqual([]);
    await client.send(new ExecuteChangeSetCommand({ StackName, ChangeSetName }));
    const { Stacks } = await client.send(new DescribeStacksCommand({ StackName }));
    expect(Stacks?.[0]?.StackStatus).toBe('CREATE_COMPLETE');
  });

  it('tell what would change, and what would be replaced', async () => {
    const { client, deploy } = await testWire();
    await deploy(
      StackName,
      JSON.parse(body({ A: queue({ QueueName: 'a' }), P: parameter({ Ref: 'A' }), Q: queue() })) as object,
    );
    const next = body({ A: queue({ QueueName: 'a2' }), P: parameter({ Ref: 'A' }) });
    await client.send(create(next, 'UPDATE'));
    const { Changes } = await client.send(
      new DescribeChangeSetCommand({ StackName, ChangeSetName, IncludePropertyValues: true }),
    );
    expect(
      Changes?.map(({ ResourceChange: change }) => [
        change?.Action,
        change?.LogicalResourceId,
        change?.Replacement,
      ]),
    ).toEqual([
      ['Modify', 'A', 'True'],
      ['Modify', 'P', 'False'],
      ['Remove', 'Q', undefined],
    ]);
    expect(Changes?.[0]?.ResourceChange?.Details?.[0]).toMatchObject({
      Target: { Name: 'QueueName', RequiresRecreation: 'Always', BeforeValue: 'a', AfterValue: 'a2' },
      Evaluation: 'Static',
    });
    expect(Changes?.[1]?.ResourceChange?.Details?.[0]?.Evaluation).toBe('Dynamic');
  });

  it('that change nothing fail, as the CDK expects', async () => {
    const { client, deploy } = await testWire();
    await deploy(StackName, JSON.parse(one) as object);
    await client.send(create(one, 'UPDATE'));
    const described = await client.send(new DescribeChangeSetCommand({ StackName, ChangeSetName }));
    expect(described).toMatchObject({ Status: 'FAILED', ExecutionStatus: 'UNAVAILABLE' });
    expect(described.StatusReason).toContain("The submitted information didn't contain changes.");
    await expect(
      client.send(new ExecuteChangeSetCommand({ StackName, ChangeSetName })),
    ).rejects.toMatchObject({
      name: 'InvalidChangeSetStatusException',
    });
  });

  it('are gone once they are deleted or executed', async () => {
    const { client, deploy } = await testWire();
    await deploy(StackName, JSON.parse(one) as object);
    const describe = () => client.send(new DescribeChangeSetCommand({ StackName, ChangeSetName }));
    await client.send(create(two, 'UPDATE'));
    await client.send(new DeleteChangeSetCommand({ StackName, ChangeSetName }));
    await expect(describe()).rejects.toMatchObject({ name: 'ChangeSetNotFoundException' });
    await client.send(new DeleteChangeSetCommand({ StackName, ChangeSetName }));
    await client.send(create(two, 'UPDATE'));
    await client.send(new ExecuteChangeSetCommand({ StackName, ChangeSetName }));
    await expect(describe()).rejects.toMatchObject({ name: 'ChangeSetNotFoundException' });
    await expect(client.send(create(two, 'CREATE'))).rejects.toThrow(
      'already exists and cannot be created again',
    );
  });
});
