import { readRecording } from '@atlas-engine/call-recording';
import { DescribeContactCommand, DescribeUserCommand, ListUsersCommand } from '@aws-sdk/client-connect';
import { connectWorld, type ConnectWorld, instanceId } from '../testing/connect-world.ts';
import { panelOf } from '../testing/panel.ts';

const asksForPerson = '+12125550127';

describe('people at control panels', () => {
  let world: ConnectWorld;
  beforeEach(() => {
    world = connectWorld();
  });
  afterEach(() => world.close());
  const ringing = async (until = 120_000) => {
    const avery = panelOf(world, 'avery');
    await avery.signIn();
    const id = await world.dial({ DestinationPhoneNumber: asksForPerson });
    await world.clock.advanceBy(until);
    return { avery, id };
  };
  /** Advances until the panel shows a contact. */
  const offered = async () => {
    const avery = panelOf(world, 'avery');
    await avery.signIn();
    const id = await world.dial({ DestinationPhoneNumber: asksForPerson });
    while (avery.contacts().length === 0) await world.clock.advanceBy(500);
    return { avery, id };
  };
  const describeContact = async (ContactId: string | undefined) => {
    await world.clock.advanceBy(1000);
    return (await world.client().send(new DescribeContactCommand({ InstanceId: instanceId, ContactId })))
      .Contact;
  };

  it('is offered a contact before simulated agents are, and talks until they hang up', async () => {
    await world.serve();
    const { avery, id } = await offered();
    expect(avery.state()).toEqual(['PendingBusy', 'system']);
    expect(avery.contact()).toMatchObject({
      contactId: id,
      type: 'voice',
      state: { type: 'connecting' },
      attributes: { callId: { name: 'callId', value: 'call-1' } },
    });
    expect((await describeContact(id))?.AgentInfo).toBeUndefined();
    await avery.on('acceptContact');
    await world.clock.advanceBy(120_000);
    expect(avery.state()).toEqual(['Busy', 'system']);
    expect(avery.connections()).toEqual(['connected', 'connected']);
    await avery.hangUp();
    await world.clock.advanceBy(10_000);
    expect(avery.state()).toEqual(['AfterCallWork', 'system']);
    expect(world.types()).not.toContain('COMPLETED');
    await avery.on('clearContact');
    await world.clock.runUntilIdle();
    expect(avery.state()).toEqual(['Available', 'routable']);
    expect(world.types()).toEqual([
      ...['INITIATED', 'CONNECTED_TO_SYSTEM', 'QUEUED', 'CONNECTED_TO_AGENT', 'DISCONNECTED', 'COMPLETED'],
    ]);
    expect(await describeContact(id)).toMatchObject({
      DisconnectReason: 'AGENT_DISCONNECT',
      AgentInfo: { Id: 'avery', AfterContactWorkDuration: 10, ConnectedToAgentTimestamp: expect.any(Date) },
    });
    const talk = world.recordings.find(({ key }) => !key.includes('/ivr/'));
    expect(readRecording(talk!.body).turns.map(({ channel }) => channel)).toEqual([1, 0, 1, 0]);
  });

  it('misses what rings for 20 seconds, which then goes to somebody else', async () => {
    await world.serve();
    const { avery, id } = await offered();
    await world.clock.advanceBy(20_000);
    expect(avery.state()).toEqual(['MissedCallAgent', 'error']);
    expect(avery.contact().state.type).toBe('error');
    await avery.on('clearContact');
    expect(avery.state()).toEqual(['Available', 'routable']);
    await world.clock.runUntilIdle();
    expect((await describeContact(id))?.AgentInfo?.Id).toBe('agent-1');
  });

  it('is not offered the contact again that nobody else can take, until the missed one is cleared', async () => {
    await world.serve({ agents: [] });
    const { avery } = await offered();
    await avery.on('rejectContact');
    await world.clock.advanceBy(1000);
    expect(avery.state()).toEqual(['MissedCallAgent', 'error']);
    await avery.on('clearContact');
    expect(avery.state()).toEqual(['PendingBusy', 'system']);
  });

  it.each(['break', 'offline'])('is offered nothing while %s', async (status) => {
    await world.serve();
    const avery = panelOf(world, 'avery');
    await avery.signIn();
    await avery.choose(status);
    await world.dial({ DestinationPhoneNumber: asksForPerson });
    await world.clock.runUntilIdle();
    expect(avery.contacts()).toEqual([]);
    expect(world.types()).toContain('CONNECTED_TO_AGENT');
  });

  it('enqueues the state that follows a call, and refuses to change it during one', async () => {
    await world.serve();
    const { avery } = await offered();
    await avery.on('acceptContact');
    await expect(avery.choose('break')).rejects.toMatchObject({ type: 'InvalidStateException' });
    await avery.choose('break', true);
    expect(avery.snapshot().nextState).toMatchObject({ name: 'Break' });
    await avery.hangUp();
    await world.clock.advanceBy(10_000);
    await avery.on('clearContact');
    expect(avery.snapshot()).toMatchObject({ state: { name: 'Break' }, nextState: null });
  });

  it('ends a talk whose customer has stayed long enough', async () => {
    await world.serve({ customerStays: 60_000 });
    const { avery, id } = await offered();
    await avery.on('acceptContact');
    await world.clock.advanceBy(90_000);
    expect(avery.state()).toEqual(['AfterCallWork', 'system']);
    expect((await describeContact(id))?.DisconnectReason).toBe('CUSTOMER_DISCONNECT');
  });

  it('holds, resumes, mutes and sends tones, in a call that is connected', async () => {
    await world.serve();
    const { avery } = await offered();
    const customer = { connectionId: avery.connection(1) };
    await expect(avery.on('holdConnection', customer)).rejects.toMatchObject({
      type: 'InvalidStateException',
    });
    await avery.on('acceptContact');
    await avery.on('holdConnection', customer);
    expect(avery.connections()).toEqual(['connected', 'hold']);
    await avery.on('resumeConnection', customer);
    expect(avery.connections()).toEqual(['connected', 'connected']);
    await avery.on('muteParticipant', { connectionId: avery.connection(0) });
    expect(avery.contact().connections[0]?.mute).toBe(true);
    await avery.on('unmuteParticipant', { connectionId: avery.connection(0) });
    expect(avery.contact().connections[0]?.mute).toBe(false);
    expect(await avery.on('sendDigits', { ...customer, digits: '12#' })).toEqual({});
    await expect(avery.on('sendDigits', { ...customer, digits: 'x' })).rejects.toMatchObject({
      type: 'ValidationException',
    });
  });

  it('goes on after a process was killed, also with what rings', async () => {
    await world.serve({ agents: [] });
    const { avery } = await offered();
    world.restart();
    expect(avery.state()).toEqual(['PendingBusy', 'system']);
    await world.clock.advanceBy(20_000);
    expect(avery.state()).toEqual(['MissedCallAgent', 'error']);
  });

  it('tells of each change of what the agent sees', async () => {
    await world.serve();
    let changes = 0;
    const stop = world.connect().people.onChange('avery', () => (changes += 1));
    const { avery } = await offered();
    expect(changes).toBeGreaterThan(2);
    stop();
    const before = changes;
    await avery.on('acceptContact');
    expect(changes).toBe(before);
  });

  it('signs in with permission only, and knows the instance', async () => {
    await world.serve();
    expect(() => world.connect().people.signIn(instanceId, 'casey')).toThrow(/BasicAgentAccess/);
    expect(() => world.connect().people.signIn(instanceId, 'nobody')).toThrow(/no user/);
    const { avery } = await ringing(0);
    expect(avery.configuration()).toMatchObject({
      username: 'avery.agent',
      permissions: ['outboundCall'],
      agentStates: [{ name: 'Available' }, { name: 'Offline' }, { name: 'Break', type: 'not_routable' }],
      routingProfile: { queues: [{ name: 'Sales' }, { name: null }], channelConcurrencyMap: { VOICE: 1 } },
    });
    await expect(avery.call('startScreenSharing')).rejects.toThrow(/startScreenSharing is not supported/);
  });

  it('describes and lists users', async () => {
    await world.serve();
    const { User } = await world
      .client()
      .send(new DescribeUserCommand({ InstanceId: instanceId, UserId: 'avery' }));
    expect(User).toMatchObject({ Username: 'avery.agent', RoutingProfileId: 'all' });
    const { UserSummaryList } = await world.client().send(new ListUsersCommand({ InstanceId: instanceId }));
    expect(UserSummaryList).toHaveLength(3);
    await expect(
      world.client().send(new DescribeUserCommand({ InstanceId: instanceId, UserId: 'nobody' })),
    ).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});
