import { CodeDeployClient, GetDeploymentCommand, ListDeploymentsCommand } from '@aws-sdk/client-codedeploy';
import { createWireServer } from '@atlas-engine/aws-wire';
import {
  createManualClock,
  createMemoryStore,
  type ManualClock,
  type StateStore,
} from '@atlas-engine/simulation';
import { createCodeDeploy } from './codedeploy.ts';
import { shareAfter, shiftPlanOf } from './traffic-shift.ts';

const minute = 60_000;
const request = {
  applicationName: 'a',
  groupName: 'live',
  functionName: 'f',
  alias: 'live',
  from: '1',
  to: '2',
};

function arrange(
  DeploymentConfigName: string,
  {
    clock = createManualClock(),
    store = createMemoryStore(),
  }: { clock?: ManualClock; store?: StateStore } = {},
) {
  const routes: string[] = [];
  const listeners = new Set<() => void>();
  const ringing = new Set<string>();
  const codeDeploy = createCodeDeploy({
    clock,
    store,
    aliases: {
      route: (_name, _alias, { version, additional }) =>
        routes.push(
          additional === undefined ? version : `${version} ${additional.version}:${additional.weight}`,
        ),
    },
    alarmState: (name) => (ringing.has(name) ? 'ALARM' : 'OK'),
    onAlarm: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  });
  codeDeploy.putGroup({
    ...{ ApplicationName: 'a', DeploymentGroupName: 'live', DeploymentConfigName },
    AlarmConfiguration: { Enabled: true, Alarms: [{ Name: 'errors' }] },
  });
  const abort = new AbortController();
  const outcome = { text: 'under way' };
  const begin = (): void => {
    codeDeploy.deploy(request, abort.signal).then(
      () => (outcome.text = 'done'),
      (error: unknown) => (outcome.text = String(error)),
    );
  };
  const ring = (name: string): void => {
    ringing.add(name);
    for (const listener of [...listeners]) listener();
  };
  return { clock, store, codeDeploy, routes, begin, outcome, ring, abort, listeners };
}

describe('a deployment', () => {
  it('leads a tenth of the traffic to the new version, and after a while all of it', async () => {
    const { clock, routes, begin, outcome } = arrange('CodeDeployDefault.LambdaCanary10Percent5Minutes');
    begin();
    await clock.advanceBy(4 * minute);
    expect([routes, outcome.text]).toEqual([['1 2:0.1'], 'under way']);
    await clock.advanceBy(minute);
    expect([routes, outcome.text]).toEqual([['1 2:0.1', '2'], 'done']);
  });

  it('is stopped when its alarm rings, and all traffic is led back', async () => {
    const { clock, routes, begin, outcome, ring, listeners } = arrange(
      'CodeDeployDefault.LambdaLinear10PercentEvery1Minute',
    );
    begin();
    await clock.advanceBy(2 * minute);
    ring('another');
    ring('errors');
    await clock.advanceBy(0);
    expect([...new Set(routes)]).toEqual(['1 2:0.1', '1 2:0.2', '1 2:0.3', '1']);
    expect(outcome.text).toContain('Activated alarms: <errors> (code ALARM_ACTIVE)');
    expect(listeners.size).toBe(0);
  });

  it('is stopped when it is cancelled', async () => {
    const { clock, routes, begin, outcome, abort } = arrange(
      'CodeDeployDefault.LambdaCanary10Percent5Minutes',
    );
    begin();
    abort.abort();
    await clock.advanceBy(0);
    expect([routes.at(-1), outcome.text]).toEqual(['1', expect.stringContaining('MANUAL_STOP')]);
  });

  it('goes on after a restart where time stands', async () => {
    const first = arrange('CodeDeployDefault.LambdaCanary10Percent5Minutes');
    first.begin();
    await first.clock.advanceBy(4 * minute);
    const { store } = first;
    const next = arrange('CodeDeployDefault.LambdaCanary10Percent5Minutes', { clock: first.clock, store });
    next.begin();
    await next.clock.advanceBy(minute);
    expect([next.routes, next.outcome.text]).toEqual([['1 2:0.1', '2'], 'done']);
  });

  it('all at once is over at once', async () => {
    const { codeDeploy, routes, begin, clock } = arrange('CodeDeployDefault.LambdaAllAtOnce');
    expect(codeDeploy.isImmediate('a', 'live')).toBe(true);
    begin();
    await clock.advanceBy(0);
    expect(routes).toEqual(['2']);
  });

  it('is told of over the wire', async () => {
    const { codeDeploy, begin, clock, store } = arrange('CodeDeployDefault.LambdaAllAtOnce');
    begin();
    await clock.advanceBy(0);
    const server = await createWireServer({ services: [codeDeploy.service], clock, store });
    const client = new CodeDeployClient({
      ...{ endpoint: server.url, region: 'us-east-1', maxAttempts: 1 },
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    });
    const { deployments = [] } = await client.send(new ListDeploymentsCommand({ applicationName: 'a' }));
    const { deploymentInfo } = await client.send(new GetDeploymentCommand({ deploymentId: deployments[0] }));
    expect(deploymentInfo).toMatchObject({ status: 'Succeeded', deploymentGroupName: 'live' });
    client.destroy();
    await server.close();
  });
});

describe('a plan', () => {
  it('in steps comes to all of the traffic', () => {
    const plan = shiftPlanOf('CodeDeployDefault.LambdaLinear10PercentEvery2Minutes');
    expect([0, 2, 17, 18, 99].map((minutes) => shareAfter(plan, minutes * minute))).toEqual([
      10, 20, 90, 100, 100,
    ]);
  });

  it('that CodeDeploy does not have is refused', () => {
    expect(() => shiftPlanOf('CodeDeployDefault.LambdaCanary50Percent1Minutes')).toThrow(
      'No deployment configuration found for name: CodeDeployDefault.LambdaCanary50Percent1Minutes',
    );
  });
});
