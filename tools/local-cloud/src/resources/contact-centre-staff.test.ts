import { arrangeResources } from '../fixtures/creating-resources.ts';

const instanceId = '11111111-1111-4111-8111-111111111111';
const InstanceArn = `arn:aws:connect:us-east-1:000000000000:instance/${instanceId}`;

describe('people of the contact centre', () => {
  let world: Awaited<ReturnType<typeof arrangeResources>>;
  beforeEach(async () => {
    world = await arrangeResources();
  });
  afterEach(() => world.close());

  it('makes users with what they may do and whom they serve', async () => {
    const { staff } = world.services.connect;
    const profile = await world.create(
      'AWS::Connect::RoutingProfile',
      {
        InstanceArn,
        Name: 'All',
        DefaultOutboundQueueArn: `${InstanceArn}/queue/sales`,
        MediaConcurrencies: [
          { Channel: 'VOICE', Concurrency: 1 },
          { Channel: 'CHAT', Concurrency: 3, CrossChannelBehavior: { BehaviorType: 'ROUTE_ANY_CHANNEL' } },
        ],
        QueueConfigs: [
          {
            Delay: 0,
            Priority: 1,
            QueueReference: { Channel: 'VOICE', QueueArn: `${InstanceArn}/queue/sales` },
          },
        ],
      },
      'Profile',
    );
    const security = await world.create(
      'AWS::Connect::SecurityProfile',
      { InstanceArn, SecurityProfileName: 'Agent', Permissions: ['BasicAgentAccess'] },
      'Security',
    );
    const made = await world.create(
      'AWS::Connect::User',
      {
        InstanceArn,
        Username: 'avery.agent',
        IdentityInfo: { FirstName: 'Avery', LastName: 'Example' },
        PhoneConfig: { PhoneType: 'SOFT_PHONE', AfterContactWorkTimeLimit: 60 },
        RoutingProfileArn: profile.physicalId,
        SecurityProfileArns: [security.physicalId],
      },
      'User',
    );
    expect(made.attributes?.['UserArn']).toMatch(/\/agent\/[0-9a-f-]{36}$/);
    const user = staff.get('user', instanceId, made.physicalId);
    expect(user).toMatchObject({ userName: 'avery.agent', firstName: 'Avery', afterContactWorkSeconds: 60 });
    expect(staff.get('routingProfile', instanceId, user.routingProfileId)).toMatchObject({
      queues: [{ queueId: 'sales', channel: 'VOICE', priority: 1 }],
      concurrencies: [
        { channel: 'VOICE', besideOthers: false },
        { channel: 'CHAT', concurrency: 3, besideOthers: true },
      ],
    });
    expect(staff.get('securityProfile', instanceId, user.securityProfileIds[0] ?? '').permissions).toEqual([
      'BasicAgentAccess',
    ]);
  });

  it.each([
    [
      'PHONE_NUMBER',
      { PhoneConfig: { PhoneNumber: '+12125550105' } },
      { type: 'phone_number', number: '+12125550105' },
    ],
    [
      'QUEUE',
      { QueueConfig: { QueueArn: 'x/queue/care', ContactFlowArn: 'x/contact-flow/f' } },
      { type: 'queue', queueId: 'care', flowId: 'f' },
    ],
    [
      'USER',
      { UserConfig: { UserArn: 'x/agent/blake', ContactFlowArn: 'x/contact-flow/f' } },
      { type: 'agent', userId: 'blake', flowId: 'f' },
    ],
  ])('makes a quick connect of type %s, and takes it away', async (QuickConnectType, config, target) => {
    const properties = { InstanceArn, Name: 'There', QuickConnectConfig: { QuickConnectType, ...config } };
    const made = await world.create('AWS::Connect::QuickConnect', properties);
    const { staff } = world.services.connect;
    expect(staff.get('quickConnect', instanceId, made.physicalId)).toMatchObject({ name: 'There', target });
    await world.remove('AWS::Connect::QuickConnect', properties, made);
    expect(staff.find('quickConnect', instanceId, made.physicalId)).toBeUndefined();
  });

  it('adds a state that agents may choose to the two of the instance', async () => {
    await world.create('AWS::Connect::AgentStatus', { InstanceArn, Name: 'Break', State: 'ENABLED' });
    const states = world.services.connect.staff.list('agentStatus', instanceId);
    expect(states.map(({ name, type }) => `${name} ${type}`)).toEqual([
      'Available routable',
      'Offline offline',
      'Break not_routable',
    ]);
  });

  it('refuses channels that are not simulated and concurrencies that are not allowed', async () => {
    const profile = (concurrency: object) =>
      world.create('AWS::Connect::RoutingProfile', {
        InstanceArn,
        Name: 'All',
        DefaultOutboundQueueArn: 'q',
        MediaConcurrencies: [concurrency],
      });
    await expect(profile({ Channel: 'EMAIL', Concurrency: 1 })).rejects.toThrow(/EMAIL is not simulated/);
    await expect(profile({ Channel: 'CHAT', Concurrency: 11 })).rejects.toThrow(/must be 1 to 10/);
  });
});
