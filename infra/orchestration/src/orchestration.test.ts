import {
  exampleConfiguration,
  intrinsicsIn,
  resourcesOf,
  synthesize,
} from '@atlas-engine/constructs/testing';
import { outreachWorkflow, toAsl } from '@atlas-engine/outreach-workflow';
import { atlasNames, type Stage, stages } from '@atlas-engine/resource-names';
import { OrchestrationStack } from './orchestration-stack.ts';
import { workflowResources } from './workflow-resources.ts';

const templateOf = (stage: Stage) =>
  Object.values(
    synthesize(exampleConfiguration(stage), (app) => {
      new OrchestrationStack(app);
    }),
  )[0]!;
const names = atlasNames(exampleConfiguration('dev'));
const template = templateOf('dev');
const only = (type: string) => resourcesOf(template, type)[0]!.Properties;

describe('the orchestration', () => {
  it.each(stages)('synthesizes for %s without a finding', (stage) => {
    const [workflow] = resourcesOf(
      stage === 'dev' ? template : templateOf(stage),
      'AWS::StepFunctions::StateMachine',
    );
    expect(workflow?.Properties['StateMachineName']).toBe(`AtlasEngineWorkflow-${stage}`);
  });

  it('deploys the definition of the workflow, with nothing left to resolve', () => {
    const { DefinitionString } = only('AWS::StepFunctions::StateMachine');
    expect(DefinitionString).toBe(toAsl(outreachWorkflow(workflowResources(names))));
  });

  it('logs errors without the data of the execution', () => {
    expect(only('AWS::StepFunctions::StateMachine')).toMatchObject({
      StateMachineType: 'STANDARD',
      LoggingConfiguration: { Level: 'ERROR', IncludeExecutionData: false },
      TracingConfiguration: { Enabled: true },
    });
  });

  it('lets the workflow call what its states call, by alias', () => {
    const { Policies, RoleName } = only('AWS::IAM::Role') as {
      RoleName: string;
      Policies: { PolicyDocument: { Statement: { Action: string | string[]; Resource: unknown }[] } }[];
    };
    expect(RoleName).toBe('StepFunctions-AtlasEngineWorkflow-role-dev');
    const statements = Policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
    const { functions, tables, queues, topics } = names;
    expect(statements.slice(0, 4).map(({ Action, Resource }) => [Action, Resource])).toEqual([
      [
        'lambda:InvokeFunction',
        [
          functions.CreateLeadHandler.liveArn,
          functions.GenerateDynamicScenarioHandler.liveArn,
          functions.InvokeOutboundCallHandler.liveArn,
          functions.UpdateLeadHandler.liveArn,
        ],
      ],
      ['dynamodb:UpdateItem', tables.interactions.arn],
      ['sqs:SendMessage', queues.parkedRequests.arn],
      ['sns:Publish', topics.salesTeam.arn],
    ]);
    const others = statements.slice(4).flatMap(({ Action }) => Action);
    for (const action of others) expect(action).toMatch(/^(logs|xray):/);
  });

  it.each([
    ['dev', { Type: 'ALL_AT_ONCE' }],
    ['staging', { Type: 'LINEAR', Percentage: 10, Interval: 1, Alarms: [{ Ref: 'WorkflowFailuresAlarm' }] }],
    ['prod', { Type: 'CANARY', Percentage: 10, Interval: 5, Alarms: [{ Ref: 'WorkflowFailuresAlarm' }] }],
  ] as const)('goes live on %s by its alias', (stage, shift) => {
    const released = templateOf(stage);
    const of = (type: string) => resourcesOf(released, type)[0]!;
    expect(of('AWS::StepFunctions::StateMachineVersion')).toMatchObject({
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: { StateMachineRevisionId: { 'Fn::GetAtt': ['Workflow', 'StateMachineRevisionId'] } },
    });
    expect(of('AWS::StepFunctions::StateMachineAlias').Properties).toMatchObject({
      Name: 'live',
      DeploymentPreference: { StateMachineVersionArn: { Ref: 'Version' }, ...shift },
    });
  });

  it('is watched: failures, time-outs, requests that wait for a person', () => {
    const alarms = resourcesOf(template, 'AWS::CloudWatch::Alarm').map(({ Properties }) => Properties);
    expect(alarms).toMatchObject([
      { MetricName: 'ApproximateNumberOfMessagesVisible', Threshold: 1 },
      { MetricName: 'ExecutionsTimedOut', Threshold: 1 },
      { MetricName: 'ExecutionsFailed', Threshold: 5 },
    ]);
  });

  it('keeps parked requests for two weeks, encrypted', () => {
    expect(only('AWS::SQS::Queue')).toMatchObject({
      QueueName: names.queues.parkedRequests.name,
      MessageRetentionPeriod: 1_209_600,
      SqsManagedSseEnabled: true,
    });
  });

  it('exports and imports nothing', () => {
    expect(template.Outputs).toBeUndefined();
    expect(intrinsicsIn(template.Resources)).not.toContain('Fn::ImportValue');
  });
});
