import { startChat } from '../testing/chat-client.ts';
import { connectWorld, type ConnectWorld } from '../testing/connect-world.ts';
import { panelOf } from '../testing/panel.ts';

/** The authentication that the agent's own leg carries. */
const ownLegOf = ({ connections }: { readonly connections: readonly object[] }): unknown => {
  const [own] = connections as readonly { readonly chatMediaInfo?: { readonly connectionData: string } }[];
  const data = JSON.parse(own?.chatMediaInfo?.connectionData ?? '{}') as Record<string, unknown>;
  return data['ConnectionAuthenticationToken'];
};

describe('chats with people', () => {
  let world: ConnectWorld;
  beforeEach(async () => {
    world = connectWorld();
    await world.serve({ agents: [] });
  });
  afterEach(() => world.close());

  /** A customer in the queue, who is offered to Avery. */
  const offered = async () => {
    const avery = panelOf(world, 'avery');
    await avery.signIn();
    const chat = await startChat(world);
    await chat.connect();
    await world.clock.advanceBy(10);
    await chat.write('I want to speak to a person');
    await world.clock.advanceBy(5000);
    return { avery, chat };
  };
  const transfer = (quickConnect: string) => ({
    endpoint: { endpointARN: `x/transfer-destination/${quickConnect}` },
  });

  it('are offered without a change of state, joined, ended and cleared', async () => {
    const { avery, chat } = await offered();
    expect(avery.state()).toEqual(['Available', 'routable']);
    expect(avery.contact()).toMatchObject({ type: 'chat', state: { type: 'connecting' } });
    await avery.on('acceptContact');
    expect(await chat.transcript()).toContain('avery: participant.joined');
    const token = await avery.on('createTransport', { transportType: 'chat_token' });
    expect(token).toMatchObject({ chatTokenTransport: { participantToken: expect.any(String) } });
    // chatjs speaks with the one and the other.
    const { participantToken } = (token as { chatTokenTransport: { participantToken: string } })
      .chatTokenTransport;
    expect(ownLegOf(avery.contact())).toBe(participantToken);
    expect(await chat.call('connection', { ConnectParticipant: true }, participantToken)).toMatchObject({
      status: 200,
    });
    await avery.hangUp();
    expect(avery.contact().state.type).toBe('ended');
    expect(avery.state()).toEqual(['Available', 'routable']);
    await avery.on('clearContact');
    expect(avery.contacts()).toEqual([]);
  });

  it('come two at once, beside a call, and no third', async () => {
    const { avery } = await offered();
    await avery.on('acceptContact');
    await world.dial({ DestinationPhoneNumber: '+12125550127' });
    const types = () => avery.contacts().map(({ type }) => type);
    while (types().length < 2) await world.clock.advanceBy(500);
    expect(types().toSorted()).toEqual(['chat', 'voice']);
    expect(avery.state()).toEqual(['PendingBusy', 'system']);
    const call = avery.contacts().find(({ type }) => type === 'voice');
    await avery.call('acceptContact', { contactId: call?.contactId });
    for (let nth = 0; nth < 2; nth += 1) {
      const more = await startChat(world, { ClientToken: `more-${nth}` });
      await more.connect();
      await world.clock.advanceBy(10);
      await more.write('I want to speak to a person');
    }
    await world.clock.advanceBy(5000);
    expect(types().toSorted()).toEqual(['chat', 'chat', 'voice']);
  });

  it('go to somebody else with all that was written, and the customer stays connected', async () => {
    const { avery, chat } = await offered();
    const blake = panelOf(world, 'blake');
    await blake.signIn();
    await avery.on('acceptContact');
    const first = avery.contact().contactId;
    await avery.on('createAdditionalConnection', transfer('to-blake'));
    await world.clock.advanceBy(10);
    expect(avery.contact().state.type).toBe('ended');
    expect(blake.contact()).toMatchObject({ type: 'chat', state: { type: 'connecting' } });
    expect(blake.contact().contactId).not.toBe(first);
    await blake.on('acceptContact');
    await chat.write('Are you there?');
    const transcript = await chat.transcript();
    expect(transcript.slice(-5)).toEqual([
      'avery: participant.joined',
      'avery: participant.left',
      expect.stringContaining('transfer.succeeded'),
      'blake: participant.joined',
      'Sam: Are you there?',
    ]);
    const second = world
      .connect()
      .contacts()
      .find(({ id }) => id !== first);
    expect(second).toMatchObject({ previousContactId: first, initialContactId: first, channel: 'CHAT' });
    await avery.on('clearContact');
    await blake.hangUp();
    expect(blake.contact().state.type).toBe('ended');
  });

  it('do not go to a phone number', async () => {
    const { avery } = await offered();
    await avery.on('acceptContact');
    await expect(avery.on('createAdditionalConnection', transfer('to-outside'))).rejects.toMatchObject({
      type: 'BadEndpointException',
    });
  });
});
