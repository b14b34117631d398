import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DeploymentContext } from '@atlas-engine/cloudformation-double';
import { account, arrangeResources } from '../fixtures/creating-resources.ts';

const minute = 60_000;
const policy = { CodeDeployLambdaAliasUpdate: { ApplicationName: 'f', DeploymentGroupName: 'live' } };

let world: Awaited<ReturnType<typeof arrangeResources>>;
beforeEach(async () => {
  world = await arrangeResources();
  for (const asset of ['one', 'two']) {
    const folder = join(world.directory, asset);
    mkdirSync(folder);
    world.services.code.publish(`${asset}.zip`, folder);
    await world.create('AWS::Lambda::Function', {
      FunctionName: 'f',
      Code: { S3Bucket: 'assets', S3Key: `${asset}.zip` },
      Handler: 'handler.handler',
      Runtime: 'nodejs24.x',
      Role: `arn:aws:iam::${account}:role/r`,
    });
    await world.create('AWS::Lambda::Version', { FunctionName: 'f' });
  }
  await world.create('AWS::CodeDeploy::DeploymentGroup', {
    ApplicationName: 'f',
    DeploymentGroupName: 'live',
    ServiceRoleArn: `arn:aws:iam::${account}:role/r`,
    DeploymentConfigName: 'CodeDeployDefault.LambdaCanary10Percent5Minutes',
    DeploymentStyle: { DeploymentType: 'BLUE_GREEN', DeploymentOption: 'WITH_TRAFFIC_CONTROL' },
  });
});
afterEach(() => world.close());

const context = (immediate: boolean): DeploymentContext => ({
  adopt: false,
  immediate,
  signal: new AbortController().signal,
  waiting: (work) => work(),
});
const alias = (FunctionVersion: string, updatePolicy: Readonly<Record<string, unknown>> = policy) => ({
  ...world.request('AWS::Lambda::Alias', { FunctionName: 'f', Name: 'live', FunctionVersion }, 'Live'),
  updatePolicy,
});
const make = async () => {
  const made = await world.provider.create(alias('1'), context(false));
  return { attributes: {}, ...alias('1'), ...made };
};
const live = () => world.services.lambda.alias('f', 'live');

describe('an alias with a deployment group', () => {
  it('is led to its new version over simulated time', async () => {
    const before = await make();
    expect(live()).toMatchObject({ version: '1' });
    const update = world.provider.update(alias('2'), before, context(false));
    expect(live()).toMatchObject({ version: '1', additional: { version: '2', weight: 0.1 } });
    await world.clock.advanceBy(5 * minute);
    await update;
    expect(live()).toEqual({ name: 'live', version: '2', description: '' });
  });

  it('is led there at once by a start, and by a rollback', async () => {
    const before = await make();
    await world.provider.update(alias('2'), before, context(true));
    expect(live()).toMatchObject({ version: '2' });
  });

  it('with a hook is refused, since none would be called', async () => {
    const hook = {
      CodeDeployLambdaAliasUpdate: { ...policy.CodeDeployLambdaAliasUpdate, BeforeAllowTrafficHook: 'h' },
    };
    expect(() => world.provider.create(alias('1', hook), context(false))).toThrow('BeforeAllowTrafficHook');
  });
});
