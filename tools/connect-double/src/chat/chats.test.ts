import { DescribeContactCommand, StopContactCommand } from '@aws-sdk/client-connect';
import { startChat } from '../testing/chat-client.ts';
import { connectWorld, type ConnectWorld, instanceId } from '../testing/connect-world.ts';

const minute = 60_000;

describe('a chat', () => {
  let world: ConnectWorld;
  beforeEach(async () => {
    world = connectWorld();
    await world.serve();
  });
  afterEach(() => world.close());

  const contact = () => world.connect().contacts()[0]!;

  it('begins with its customer and the words of the bot, and hands on what the customer writes', async () => {
    const chat = await startChat(world, { Attributes: { locale: 'en-US' } });
    await chat.connect();
    await world.clock.advanceBy(10);
    await chat.write('Tell me more');
    await world.clock.advanceBy(10);
    expect(await chat.transcript()).toEqual([
      'Sam: participant.joined',
      'BOT: Hello. How can I help you?',
      'Sam: Tell me more',
      'BOT: What would you like to know?',
    ]);
    expect(world.turns).toMatchObject([
      {
        text: 'Tell me more',
        inputMode: 'Text',
        requestAttributes: { 'x-amz-lex:channels:platform': 'Connect Chat' },
      },
    ]);
    expect(world.types()).toEqual(['INITIATED', 'CONNECTED_TO_SYSTEM']);
    expect(world.events[0]?.detail).toMatchObject({ channel: 'CHAT', initiationMethod: 'API' });
  });

  it('goes to an agent who greets, answers and says goodbye; its transcript is stored', async () => {
    const chat = await startChat(world, { InitialMessage: { ContentType: 'text/plain', Content: 'Before' } });
    await chat.connect();
    await world.clock.advanceBy(10);
    await chat.write('I want to speak to a person');
    await world.clock.advanceBy(10_000);
    expect(world.types()).toEqual(['INITIATED', 'CONNECTED_TO_SYSTEM', 'QUEUED', 'CONNECTED_TO_AGENT']);
    await chat.write('My question');
    await world.clock.advanceBy(5000);
    const transcript = await chat.transcript();
    expect(transcript.slice(0, 3)).toEqual([
      'Sam: participant.joined',
      'Sam: Before',
      'BOT: Hello. How can I help you?',
    ]);
    expect(transcript.slice(-4)).toEqual([
      'Agent: participant.joined',
      expect.stringContaining('Agent: Hello'),
      'Sam: My question',
      'Agent: Thank you, I am looking into it.',
    ]);
    expect(transcript).toContain('SYSTEM_MESSAGE: Please hold.');

    await chat.write('That is all, bye');
    await world.clock.runUntilIdle();
    expect(world.types().slice(-2)).toEqual(['DISCONNECTED', 'COMPLETED']);
    expect(contact().disconnectReason).toBe('AGENT_DISCONNECT');
    const stored = world.transcripts[0]!;
    expect(stored.key).toBe(
      `connect/atlas/ChatTranscripts/2026/11/23/${chat.contactId}_20261123T15:00_UTC.json`,
    );
    const file = JSON.parse(stored.body.toString()) as { Transcript: Record<string, string>[] };
    expect(file).toMatchObject({
      Version: '2019-08-26',
      InstanceId: instanceId,
      ContactId: chat.contactId,
      Participants: [{ ParticipantId: chat.participantId }, {}],
    });
    expect(file.Transcript.at(-1)).toMatchObject({
      Type: 'EVENT',
      ContentType: 'application/vnd.amazonaws.connect.event.chat.ended',
    });
    expect(file.Transcript.map(({ Content }) => Content)).toContain('Thank you for your time.');
    const { Contact } = await world
      .client()
      .send(new DescribeContactCommand({ InstanceId: instanceId, ContactId: chat.contactId }));
    expect(Contact).toMatchObject({
      Channel: 'CHAT',
      DisconnectReason: 'AGENT_DISCONNECT',
      Recordings: [{ MediaStreamType: 'CHAT', Location: `recordings/${stored.key}` }],
    });
  });

  it('keeps what is written while the bot thinks, and hears it in its turn', async () => {
    let release = (): void => undefined;
    const thinking = new Promise<void>((resolve) => {
      release = resolve;
    });
    await world.close();
    world = connectWorld();
    await world.serve({
      talkToBot: async (turn) => {
        world.turns.push(turn);
        if (turn.text === 'first') await thinking;
        const intent = { name: 'Help', state: 'Fulfilled', slots: {} };
        return { messages: [`Heard ${turn.text}`], closed: false, intent, sessionAttributes: {} };
      },
    });
    const chat = await startChat(world);
    await chat.connect();
    await world.clock.advanceBy(10);
    await chat.write('first');
    await chat.write('second');
    release();
    await world.clock.advanceBy(100);
    expect(world.turns.map(({ text }) => text)).toEqual(['first', 'second']);
    expect((await chat.transcript()).slice(-4)).toEqual([
      'Sam: first',
      'Sam: second',
      'BOT: Heard first',
      'BOT: Heard second',
    ]);
  });

  it('ends when its customer leaves, and gives nobody anything afterwards', async () => {
    const chat = await startChat(world);
    await chat.connect();
    await world.clock.advanceBy(10);
    expect(await chat.call('disconnect')).toMatchObject({ status: 200 });
    await world.clock.advanceBy(1000);
    expect(contact().disconnectReason).toBe('CUSTOMER_DISCONNECT');
    expect(await chat.write('Hello?')).toMatchObject({ status: 403, error: 'AccessDeniedException' });
    expect(await chat.connect()).toMatchObject({ status: 403, error: 'AccessDeniedException' });
    expect(await chat.call('transcript')).toMatchObject({ status: 403 });
  });

  it('ends when its customer never connects, writes nothing to the bot, or its time is over', async () => {
    const absent = await startChat(world);
    await world.clock.advanceBy(5 * minute);
    expect(contact()).toMatchObject({
      id: absent.contactId,
      disconnectReason: 'CUSTOMER_CONNECTION_NOT_ESTABLISHED',
    });

    const silent = await startChat(world, { ClientToken: 'chat-2' });
    await silent.connect();
    await world.clock.advanceBy(11 * minute);
    const second = world
      .connect()
      .contacts()
      .find(({ id }) => id === silent.contactId)!;
    expect(second.disconnectReason).toBe('CONTACT_FLOW_DISCONNECT');
    expect(second.chat?.items.some(({ content }) => content === 'You have gone.')).toBe(true);
  });

  it('ends by its time even while it waits for an agent', async () => {
    await world.close();
    world = connectWorld();
    await world.serve({ agents: [] });
    const chat = await startChat(world, { ChatDurationInMinutes: 60 });
    await chat.connect();
    await world.clock.advanceBy(10);
    await chat.write('a person please');
    await world.clock.advanceBy(59 * minute);
    expect(contact().disconnectedAt).toBeUndefined();
    await world.clock.advanceBy(2 * minute);
    expect(contact().disconnectReason).toBe('EXPIRED');
  });

  it('is left by a simulated agent whose customer has gone silent', async () => {
    const chat = await startChat(world);
    await chat.connect();
    await world.clock.advanceBy(10);
    await chat.write('a person please');
    await world.clock.advanceBy(6 * minute);
    expect(contact().disconnectReason).toBe('AGENT_DISCONNECT');
    expect(contact().chat?.items.some(({ content = '' }) => content.startsWith('I have not heard'))).toBe(
      true,
    );
  });

  it('is ended by StopContact', async () => {
    const chat = await startChat(world);
    await world.client().send(new StopContactCommand({ InstanceId: instanceId, ContactId: chat.contactId }));
    await world.clock.advanceBy(100);
    expect(contact().chat?.items.at(-1)?.contentType).toMatch(/chat\.ended$/);
  });

  it('goes on in another process where it was', async () => {
    const chat = await startChat(world);
    await chat.connect();
    await world.clock.advanceBy(10);
    await chat.write('a person please');
    await world.clock.advanceBy(1000);
    world.restart();
    await world.clock.advanceBy(10_000);
    expect(contact().agent?.connectedAt).toBeDefined();
    expect(
      contact().chat?.items.some(({ content = '' }) => content.startsWith('Hello, you are speaking')),
    ).toBe(true);
  });

  it('takes no line from calls', async () => {
    await world.close();
    world = connectWorld();
    await world.serve({ maxActiveCalls: 1 });
    await startChat(world);
    expect(await world.dial()).toBeDefined();
  });
});
