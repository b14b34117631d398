import { connectWorld, type ConnectWorld, instanceId } from '../testing/connect-world.ts';
import { panelOf } from '../testing/panel.ts';
import { end, flowContent } from '../testing/test-flows.ts';

describe('other parties of a call with a person', () => {
  let world: ConnectWorld;
  beforeEach(() => {
    world = connectWorld();
  });
  afterEach(() => world.close());

  /** A call that Avery has accepted. */
  const talking = async (agents: readonly string[] = []) => {
    await world.serve({ agents });
    const avery = panelOf(world, 'avery');
    await avery.signIn();
    const id = await world.dial({ DestinationPhoneNumber: '+12125550127' });
    while (avery.contacts().length === 0) await world.clock.advanceBy(500);
    await avery.on('acceptContact');
    await world.clock.advanceBy(30_000);
    return { avery, id };
  };
  const addTransferFlow = () =>
    world.connect().addFlow({
      instanceId,
      id: 'transfer-flow',
      name: 'Transfer',
      type: 'QUEUE_TRANSFER',
      content: flowContent({
        Queue: {
          type: 'TransferContactToQueue',
          next: 'End',
          failed: 'End',
          errors: { QueueAtCapacity: 'End' },
        },
        End: end,
      }),
    });
  const to = (quickConnect: string) => ({
    endpoint: { endpointARN: `x/transfer-destination/${quickConnect}` },
  });

  it('lists the quick connects of the agent’s queues', async () => {
    const { avery } = await talking();
    const queueARNs = avery.configuration().routingProfile.queues.map(({ queueARN }) => queueARN);
    expect(await avery.call('getEndpoints', { queueARNs })).toMatchObject({
      endpoints: [
        { name: 'Blake', type: 'agent', agentLogin: 'blake.agent' },
        { name: 'Care', type: 'queue' },
        { name: 'Outside', type: 'phone_number', phoneNumber: '+12125550105' },
      ],
      nextToken: null,
    });
  });

  it('consults a number outside, swaps, confers and leaves the two together', async () => {
    const { avery } = await talking();
    await avery.on('createAdditionalConnection', to('to-outside'));
    expect(avery.connections()).toEqual(['connected', 'hold', 'connecting']);
    await expect(avery.on('conferenceConnections')).rejects.toMatchObject({ type: 'InvalidStateException' });
    await world.clock.advanceBy(4000);
    expect(avery.connections()).toEqual(['connected', 'hold', 'connected']);
    await avery.on('toggleActiveConnections', { connectionId: avery.connection(1) });
    expect(avery.connections()).toEqual(['connected', 'connected', 'hold']);
    await avery.on('conferenceConnections');
    expect(avery.connections()).toEqual(['connected', 'connected', 'connected']);
    await expect(avery.on('createAdditionalConnection', to('to-care'))).rejects.toMatchObject({
      type: 'QuotaExceededException',
    });
    await avery.hangUp();
    expect(avery.state()).toEqual(['AfterCallWork', 'system']);
  });

  it('drops a third party who does not answer, and keeps the customer', async () => {
    const { avery } = await talking();
    const endpoint = { type: 'phone_number', phoneNumber: '+12125550150' };
    await avery.on('createAdditionalConnection', { endpoint });
    await world.clock.advanceBy(8000);
    expect(avery.connections()).toEqual(['connected', 'hold', 'disconnected']);
    await avery.on('resumeConnection', { connectionId: avery.connection(1) });
    expect(avery.connections()).toEqual(['connected', 'connected', 'disconnected']);
  });

  it('refuses endpoints that are none', async () => {
    const { avery } = await talking();
    for (const endpoint of [{ type: 'phone_number', phoneNumber: '911' }, { endpointARN: 'x/unknown' }])
      await expect(avery.on('createAdditionalConnection', { endpoint })).rejects.toMatchObject({
        type: 'BadEndpointException',
      });
  });

  it('transfers to a queue, whose person then has the customer', async () => {
    const { avery, id } = await talking();
    addTransferFlow();
    const blake = panelOf(world, 'blake');
    await blake.signIn();
    await avery.on('createAdditionalConnection', to('to-care'));
    await world.clock.advanceBy(2000);
    expect(blake.state()).toEqual(['PendingBusy', 'system']);
    await avery.hangUp();
    expect(avery.state()).toEqual(['AfterCallWork', 'system']);
    await blake.on('acceptContact');
    expect(blake.state()).toEqual(['Busy', 'system']);
    const second = world
      .connect()
      .contacts()
      .find((contact) => contact.previousContactId === id);
    expect(second).toMatchObject({ initiationMethod: 'TRANSFER', queueId: 'care', agent: { id: 'blake' } });
    expect(blake.contact().attributes).toMatchObject({ callId: { value: 'call-1' } });
  });

  it('consults another person, who hangs up again', async () => {
    const { avery } = await talking();
    const blake = panelOf(world, 'blake');
    await blake.signIn();
    await avery.on('createAdditionalConnection', to('to-blake'));
    await world.clock.advanceBy(1000);
    expect(avery.connections()).toEqual(['connected', 'hold', 'connecting']);
    await blake.on('acceptContact');
    expect(avery.connections()).toEqual(['connected', 'hold', 'connected']);
    await blake.hangUp();
    expect(avery.connections()).toEqual(['connected', 'hold', 'disconnected']);
  });

  it('stays with a third party when the customer has left, until that party leaves', async () => {
    const { avery } = await talking();
    await avery.on('createAdditionalConnection', to('to-outside'));
    await world.clock.advanceBy(4000);
    await avery.on('destroyConnection', { connectionId: avery.connection(1) });
    expect(avery.state()).toEqual(['Busy', 'system']);
    expect(avery.connections()).toEqual(['connected', 'disconnected', 'connected']);
    await avery.on('destroyConnection', { connectionId: avery.connection(2) });
    expect(avery.state()).toEqual(['AfterCallWork', 'system']);
  });

  it('dials out, is connected when the customer answers, and fails when nobody does', async () => {
    await world.serve({ agents: [] });
    const avery = panelOf(world, 'avery');
    await avery.signIn();
    const dial = (phoneNumber: string) =>
      avery.call('createOutboundContact', { endpoint: { type: 'phone_number', phoneNumber } });
    expect(await dial('+12125550101')).toEqual({});
    expect(avery.state()).toEqual(['CallingCustomer', 'system']);
    await expect(dial('+12125550102')).rejects.toMatchObject({ type: 'InvalidStateException' });
    await world.clock.advanceBy(25_000);
    expect(avery.state()).toEqual(['Busy', 'system']);
    await avery.hangUp();
    await avery.on('clearContact');
    await dial('+12125550158');
    await world.clock.advanceBy(5000);
    expect(avery.state()).toEqual(['FailedConnectCustomer', 'error']);
    expect(avery.contact().state.type).toBe('error');
  });
});
