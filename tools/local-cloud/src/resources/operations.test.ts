import { account, arn, arrangeResources } from '../fixtures/creating-resources.ts';

let world: Awaited<ReturnType<typeof arrangeResources>>;
beforeEach(async () => {
  world = await arrangeResources();
});
afterEach(() => world.close());

const alarm = {
  AlarmName: 'a',
  Namespace: 'AWS/Lambda',
  MetricName: 'Errors',
  Statistic: 'Sum',
  Period: 60,
  EvaluationPeriods: 1,
  Threshold: 1,
  ComparisonOperator: 'GreaterThanOrEqualToThreshold',
};
const budget = {
  BudgetName: 'b',
  BudgetType: 'COST',
  TimeUnit: 'MONTHLY',
  BudgetLimit: { Amount: 100, Unit: 'USD' },
};
const group = {
  ApplicationName: 'f',
  DeploymentGroupName: 'live',
  ServiceRoleArn: `arn:aws:iam::${account}:role/r`,
  DeploymentConfigName: 'CodeDeployDefault.LambdaAllAtOnce',
  DeploymentStyle: { DeploymentType: 'BLUE_GREEN', DeploymentOption: 'WITH_TRAFFIC_CONTROL' },
};

describe('resources of operation', () => {
  it('are known by their names', async () => {
    await expect(world.create('AWS::CloudWatch::Alarm', alarm)).resolves.toEqual({
      physicalId: 'a',
      attributes: { Arn: arn('cloudwatch', 'alarm:a') },
    });
    const application = { ApplicationName: 'f', ComputePlatform: 'Lambda' };
    await expect(world.create('AWS::CodeDeploy::Application', application)).resolves.toEqual({
      physicalId: 'f',
    });
    await expect(world.create('AWS::CodeDeploy::DeploymentGroup', group)).resolves.toEqual({
      physicalId: 'live',
    });
    const dashboard = { DashboardName: 'd', DashboardBody: '{"widgets":[]}' };
    await expect(world.create('AWS::CloudWatch::Dashboard', dashboard)).resolves.toEqual({
      physicalId: 'd',
    });
    const query = { Name: 'a/b', QueryString: 'fields @message' };
    await expect(world.create('AWS::Logs::QueryDefinition', query)).resolves.toMatchObject({
      physicalId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    await expect(world.create('AWS::Budgets::Budget', { Budget: budget })).resolves.toEqual({
      physicalId: 'b',
    });
  });

  it('are there for whoever deploys and watches, until they are removed', async () => {
    const made = await world.create('AWS::CloudWatch::Alarm', alarm);
    expect(world.services.metrics.alarms.find('a')?.state).toBe('INSUFFICIENT_DATA');
    await world.create('AWS::CodeDeploy::DeploymentGroup', group);
    expect(world.services.codeDeploy.isImmediate('f', 'live')).toBe(true);
    await world.remove('AWS::CloudWatch::Alarm', alarm, made);
    expect(world.services.metrics.alarms.find('a')).toBeUndefined();
    await world.remove('AWS::CodeDeploy::DeploymentGroup', group, { physicalId: 'live' });
    expect(() => world.services.codeDeploy.isImmediate('f', 'live')).toThrow('No Deployment Group found');
  });

  it.each([
    ['AWS::CloudWatch::Alarm', { ...alarm, Colour: 'red' }, 'Colour'],
    ['AWS::CloudWatch::Alarm', { ...alarm, Period: 45 }, 'Period'],
    ['AWS::CloudWatch::Dashboard', { DashboardName: 'd', DashboardBody: '[]' }, 'a JSON object'],
    ['AWS::Budgets::Budget', { Budget: { ...budget, BudgetType: 'USAGE' } }, 'BudgetType'],
    ['AWS::CodeDeploy::DeploymentGroup', { ...group, DeploymentStyle: {} }, 'DeploymentStyle'],
    ['AWS::CodeDeploy::Application', { ComputePlatform: 'ECS', ApplicationName: 'f' }, 'ComputePlatform'],
  ])('%s of another form are refused', async (type, properties, problem) => {
    await expect(world.create(type, properties)).rejects.toThrow(problem);
  });
});
