import { atlasNames, stages } from '@atlas-engine/resource-names';
import { FunctionStack, type FunctionStackProps } from './function-stack.ts';
import { answerWorkflow, objectsOf, placeCalls, readContacts } from './permissions.ts';
import {
  exampleConfiguration,
  intrinsicsIn,
  resourcesOf,
  synthesize,
  type Template,
} from './testing/synthesize.ts';

type Given = Partial<FunctionStackProps>;

const build = (given: Given, configuration = exampleConfiguration('dev')): Template => {
  const templates = synthesize(configuration, (app, bundle) => {
    new FunctionStack(app, {
      service: 'InitiateCallHandler',
      description: 'Places calls.',
      assetDirectory: bundle,
      timeoutSeconds: 30,
      memoryMb: 256,
      policies: ['AtlasEngineCorePolicy', 'AtlasEngineLoggingPolicy'],
      ...given,
    });
  });
  return Object.values(templates)[0]!;
};
const only = (template: Template, type: string): Readonly<Record<string, unknown>> =>
  resourcesOf(template, type)[0]!.Properties;
const idOf = (template: Template, type: string): string =>
  Object.entries(template.Resources).find(([, { Type }]) => Type === type)![0];
const statementsOf = (template: Template) =>
  (only(template, 'AWS::IAM::Role')['Policies'] as { PolicyDocument: { Statement: unknown[] } }[]).flatMap(
    ({ PolicyDocument }) => PolicyDocument.Statement,
  );

describe('the stack of a function', () => {
  const names = atlasNames(exampleConfiguration('dev'));
  const template = build({
    service: 'SummarizeAndResumeHandler',
    timeoutSeconds: 120,
    memoryMb: 512,
    environment: ['BEDROCK_MODEL_ID', 'CONNECT_INSTANCE_ID', 'ATLAS_CALLING_POLICY'],
    policies: ['AtlasEngineCorePolicy', 'AtlasEngineLoggingPolicy', 'ScopedBedrockInvokePolicy'],
    permissions: [
      answerWorkflow(names),
      placeCalls(names),
      readContacts(names),
      objectsOf(names.buckets.transcripts, 's3:GetObject'),
    ],
    queue: { queue: names.queues.dial, batchSize: 10, windowSeconds: 1, maximumConcurrency: 2 },
    rules: [
      { rule: 'ContactEventsRule', pattern: { source: ['aws.connect'] } },
      { rule: 'ReconcileCallsRule', schedule: 'rate(5 minutes)', input: { reconcile: true } },
    ],
  });
  const resource = names.functions.SummarizeAndResumeHandler;

  it('holds one function with computed names', () => {
    expect(only(template, 'AWS::Lambda::Function')).toMatchObject({
      FunctionName: resource.name,
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Handler: 'handler.handler',
      Timeout: 120,
      MemorySize: 512,
      TracingConfig: { Mode: 'Active' },
    });
    expect(only(template, 'AWS::IAM::Role')).toMatchObject({ RoleName: resource.roleName });
    expect(only(template, 'AWS::Logs::LogGroup')).toMatchObject({
      LogGroupName: resource.logGroup,
      RetentionInDays: 7,
    });
  });

  it('gives the function the common variables and those it asks for, nothing else', () => {
    expect(only(template, 'AWS::Lambda::Function')['Environment']).toEqual({
      Variables: {
        ATLAS_STAGE: 'dev',
        ATLAS_LOG_LEVEL: 'debug',
        INTERACTIONS_TABLE: 'AtlasEngineInteractions-dev',
        TASK_TOKENS_TABLE: 'AtlasEngineTaskTokens-dev',
        BEDROCK_MODEL_ID: expect.stringMatching(/^us\./),
        CONNECT_INSTANCE_ID: '{{resolve:ssm:/atlas-engine/dev/connect/instance-id}}',
        ATLAS_CALLING_POLICY: '{}',
      },
    });
  });

  it('gives the role what is written, and what its triggers need', () => {
    expect(only(template, 'AWS::IAM::Role')['ManagedPolicyArns']).toEqual([
      names.policies.AtlasEngineCorePolicy.arn,
      names.policies.AtlasEngineLoggingPolicy.arn,
      names.policies.ScopedBedrockInvokePolicy.arn,
    ]);
    expect(statementsOf(template)).toEqual([
      {
        Effect: 'Allow',
        Action: ['sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'],
        Resource: names.queues.dial.arn,
      },
      { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: names.queues.deadLetters.arn },
      {
        Effect: 'Allow',
        Action: ['states:SendTaskHeartbeat', 'states:SendTaskSuccess'],
        Resource: names.workflow.arn,
      },
      {
        Effect: 'Allow',
        Action: [
          'connect:DescribeContact',
          'connect:GetContactAttributes',
          'connect:StartOutboundVoiceContact',
        ],
        Resource: expect.stringMatching(/instance\/\{\{resolve:ssm:.*\}\}\/contact\/\*$/),
      },
      { Effect: 'Allow', Action: 's3:GetObject', Resource: `${names.buckets.transcripts.arn}/*` },
    ]);
    expect(resourcesOf(template, 'AWS::IAM::Policy')).toEqual([]);
  });

  it('is called through its live alias only', () => {
    const [alias] = Object.entries(template.Resources).find(([, { Type }]) => Type === 'AWS::Lambda::Alias')!;
    expect(template.Resources[alias]!.Properties).toMatchObject({ Name: 'live' });
    const live = { Ref: alias };
    expect(only(template, 'AWS::Lambda::EventSourceMapping')).toEqual({
      EventSourceArn: names.queues.dial.arn,
      FunctionName: live,
      BatchSize: 10,
      MaximumBatchingWindowInSeconds: 1,
      ScalingConfig: { MaximumConcurrency: 2 },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
    for (const { Properties } of resourcesOf(template, 'AWS::Lambda::Permission')) {
      expect(Properties).toMatchObject({ FunctionName: live, Principal: 'events.amazonaws.com' });
    }
    for (const { Properties } of resourcesOf(template, 'AWS::Events::Rule')) {
      expect(Properties).toMatchObject({ Targets: [{ Arn: live }] });
    }
  });

  it('goes live by CodeDeploy, which watches the errors of the new version', () => {
    const [id] = [idOf(template, 'AWS::CodeDeploy::DeploymentGroup')];
    expect(template.Resources[idOf(template, 'AWS::Lambda::Alias')]).toMatchObject({
      DependsOn: [id],
      UpdatePolicy: {
        CodeDeployLambdaAliasUpdate: { ApplicationName: resource.name, DeploymentGroupName: 'live' },
      },
    });
    const alarm = 'NewVersionErrorsAlarm';
    expect(only(template, 'AWS::CodeDeploy::DeploymentGroup')).toMatchObject({
      ApplicationName: { Ref: idOf(template, 'AWS::CodeDeploy::Application') },
      DeploymentConfigName: 'CodeDeployDefault.LambdaAllAtOnce',
      AlarmConfiguration: { Enabled: true, Alarms: [{ Name: { Ref: alarm } }] },
      AutoRollbackConfiguration: {
        Enabled: true,
        Events: expect.arrayContaining(['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_ALARM']),
      },
    });
    const version = { 'Fn::GetAtt': [idOf(template, 'AWS::Lambda::Version'), 'Version'] };
    expect(template.Resources[alarm]?.Properties).toMatchObject({
      MetricName: 'Errors',
      Dimensions: [
        { Name: 'FunctionName', Value: resource.name },
        { Name: 'Resource', Value: `${resource.name}:live` },
        { Name: 'ExecutedVersion', Value: version },
      ],
      TreatMissingData: 'notBreaching',
    });
  });

  it('lets CodeDeploy move this alias and no other', () => {
    const [, role] = resourcesOf(template, 'AWS::IAM::Role');
    expect(role?.Properties).toMatchObject({
      RoleName: resource.deployment.roleName,
      AssumeRolePolicyDocument: { Statement: [{ Principal: { Service: 'codedeploy.amazonaws.com' } }] },
    });
    const policies = role?.Properties['Policies'] as {
      PolicyDocument: { Statement: { Action: unknown; Resource: unknown }[] };
    }[];
    expect(policies[0]?.PolicyDocument.Statement[0]).toEqual({
      Effect: 'Allow',
      Action: ['lambda:GetAlias', 'lambda:UpdateAlias'],
      Resource: [resource.arn, resource.liveArn],
    });
  });

  it('is watched: errors, throttles, slowness; each alarm says what to do and tells operations', () => {
    const alarms = resourcesOf(template, 'AWS::CloudWatch::Alarm').map(({ Properties }) => Properties);
    expect(alarms.map(({ AlarmName, MetricName, Threshold }) => [AlarmName, MetricName, Threshold])).toEqual([
      ['SummarizeAndResumeHandler-Errors-dev', 'Errors', 5],
      ['SummarizeAndResumeHandler-Throttles-dev', 'Throttles', 1],
      ['SummarizeAndResumeHandler-Duration-dev', 'Duration', 108_000],
      ['SummarizeAndResumeHandler-NewVersionErrors-dev', 'Errors', 1],
    ]);
    for (const { AlarmActions, OKActions, AlarmDescription } of alarms) {
      expect([AlarmActions, OKActions]).toEqual([
        [names.topics.operations.arn],
        [names.topics.operations.arn],
      ]);
      expect(AlarmDescription).toMatch(
        /^.+\. .+\. Runbook: docs\/runbook\.md#(errors|throttles|duration|newversionerrors)$/,
      );
    }
  });

  it('loses no event: rules and failed invocations have a dead-letter queue', () => {
    const rules = resourcesOf(template, 'AWS::Events::Rule').map(({ Properties }) => Properties);
    expect(rules).toMatchObject([
      {
        Name: 'ContactEventsRule-dev',
        EventPattern: { source: ['aws.connect'] },
        Targets: [{ DeadLetterConfig: { Arn: names.queues.deadLetters.arn } }],
      },
      {
        Name: 'ReconcileCallsRule-dev',
        ScheduleExpression: 'rate(5 minutes)',
        Targets: [{ Input: '{"reconcile":true}' }],
      },
    ]);
    expect(only(template, 'AWS::Lambda::EventInvokeConfig')).toMatchObject({
      Qualifier: 'live',
      MaximumRetryAttempts: 2,
      DestinationConfig: { OnFailure: { Destination: names.queues.deadLetters.arn } },
    });
  });

  it('keeps earlier versions to go back to', () => {
    expect(resourcesOf(template, 'AWS::Lambda::Version')[0]).toMatchObject({ DeletionPolicy: 'Retain' });
  });

  it('exports and imports nothing', () => {
    expect(template.Outputs).toBeUndefined();
    expect(intrinsicsIn(template.Resources)).not.toContain('Fn::ImportValue');
  });
});

describe('FunctionStack', () => {
  it.each([
    ['local', 'AllAtOnce'],
    ['dev', 'AllAtOnce'],
    ['staging', 'Linear10PercentEvery1Minute'],
    ['prod', 'Canary10Percent5Minutes'],
  ] as const)('goes live on %s by %s', (stage, shift) => {
    const group = only(build({}, exampleConfiguration(stage)), 'AWS::CodeDeploy::DeploymentGroup');
    expect(group['DeploymentConfigName']).toBe(`CodeDeployDefault.Lambda${shift}`);
  });

  it.each(stages)('synthesizes for %s', (stage) => {
    const template = build({}, exampleConfiguration(stage));
    expect(only(template, 'AWS::Lambda::Function')['FunctionName']).toBe(`InitiateCallHandler-${stage}`);
    expect(only(template, 'AWS::IAM::Role')).not.toHaveProperty('Policies');
  });

  it('asks for the bundle when there is none', () => {
    expect(() => build({ assetDirectory: '/nowhere' })).toThrow(
      "/nowhere has no handler.mjs: run the project's `build` target first.",
    );
  });

  it('refuses a wildcard without a reason', () => {
    const permissions = [{ actions: ['s3:GetObject'], resources: ['arn:aws:s3:::bucket/*'] }];
    expect(() => build({ permissions })).toThrow(
      'arn:aws:s3:::bucket/* has a wildcard: say why in `wildcard`',
    );
  });

  it('refuses an action that is a wildcard, reason or not', () => {
    const permissions = [{ actions: ['s3:*'], resources: ['arn:aws:s3:::bucket'], wildcard: 'because' }];
    expect(() => build({ permissions })).toThrow('s3:*: list the actions that are called');
  });

  it('carries the calling policy of the stage, checked', () => {
    const environment = ['ATLAS_CALLING_POLICY'] as const;
    const strict = exampleConfiguration('dev', { callingPolicy: { maxAttemptsPerRequest: 2 } });
    expect(only(build({ environment }, strict), 'AWS::Lambda::Function')['Environment']).toMatchObject({
      Variables: { ATLAS_CALLING_POLICY: '{"maxAttemptsPerRequest":2}' },
    });
    const wrong = exampleConfiguration('dev', { callingPolicy: { maxAttemptsPerRequest: 0 } });
    expect(() => build({ environment }, wrong)).toThrow(
      /^Stage dev: callingPolicy\.maxAttemptsPerRequest: .*/,
    );
  });

  it('refuses an environment that Lambda would refuse', () => {
    const dates = Array.from({ length: 28 }, (_, day) => `2027-01-${String(day + 1).padStart(2, '0')}`);
    const holidays = Object.fromEntries(
      ['US', 'GB', 'DE', 'FR', 'ES', 'IT', 'NL', 'BE', 'CA', 'MX', 'AU', 'NZ'].map((country) => [
        country,
        dates,
      ]),
    );
    const configuration = exampleConfiguration('dev', { callingPolicy: { holidays } });
    expect(() => build({ environment: ['ATLAS_CALLING_POLICY'] }, configuration)).toThrow(
      /^The environment of InitiateCallHandler has \d+ bytes; Lambda takes 4096\.$/,
    );
  });
});
