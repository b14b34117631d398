import { exampleConfiguration, resourcesOf, synthesize } from '@atlas-engine/constructs/testing';
import { atlasNames, type Stage } from '@atlas-engine/resource-names';
import { ContactCentreStack } from './contact-centre-stack.ts';

const templateOf = (stage: Stage) =>
  Object.values(
    synthesize(exampleConfiguration(stage), (app) => {
      new ContactCentreStack(app);
    }),
  )[0];
const local = templateOf('local');
const { connect } = atlasNames(exampleConfiguration('local'));

interface Config {
  readonly QueueReference: { readonly Channel: string; readonly QueueArn: unknown };
}
const profiles = resourcesOf(local, 'AWS::Connect::RoutingProfile').map(({ Properties }) => ({
  name: Properties['Name'],
  configs: Properties['QueueConfigs'] as readonly Config[],
}));

describe('agents', () => {
  it('get the contacts of every queue between them, calls of outreach among them', () => {
    const queues = resourcesOf(local, 'AWS::Connect::Queue');
    const routed = profiles.flatMap(({ configs }) =>
      configs.map(({ QueueReference }) => QueueReference.QueueArn),
    );
    expect(new Set(routed.map((arn) => JSON.stringify(arn))).size).toBe(queues.length);
    expect(profiles.map(({ name }) => name)).toEqual([connect.routingProfile, connect.lendingRoutingProfile]);
  });

  it.each(profiles)(
    '$name is within what Amazon Connect takes, ten pairs of queue and channel',
    ({ configs }) => {
      expect(configs.length).toBeLessThanOrEqual(10);
    },
  );

  it('may be away for a reason', () => {
    const states = resourcesOf(local, 'AWS::Connect::AgentStatus').map(
      ({ Properties }) => `${String(Properties['Name'])} ${String(Properties['State'])}`,
    );
    expect(states).toEqual(['Break ENABLED', 'Meeting ENABLED', 'Training ENABLED']);
  });

  it('administer nothing', () => {
    const [profile] = resourcesOf(local, 'AWS::Connect::SecurityProfile');
    expect(profile?.Properties['Permissions']).toEqual(['BasicAgentAccess', 'OutboundCallAccess']);
  });

  it.each(['local', 'prod'] as const)('are made by a template on stage local alone: %s', (stage) => {
    const users = resourcesOf(templateOf(stage), 'AWS::Connect::User').map(
      ({ Properties }) => Properties['Username'],
    );
    expect(users).toEqual(stage === 'local' ? ['avery.agent', 'blake.agent'] : []);
  });
});
