import { startChat } from '../testing/chat-client.ts';
import { type ChatEvent, type ChatSession, loadChatJs, sessionOf } from '../testing/chatjs.ts';
import { connectWorld, type ConnectWorld } from '../testing/connect-world.ts';

/** Waits for what comes by the network, which no clock of ours moves. */
async function until(what: string, isSo: () => boolean): Promise<void> {
  for (let turn = 0; turn < 500; turn += 1) {
    if (isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`not so: ${what}`);
}

describe('the unmodified amazon-connect-chatjs', () => {
  let world: ConnectWorld;
  let session: ChatSession;
  const seen: string[] = [];
  const ended: ChatEvent[] = [];

  beforeEach(async () => {
    world = connectWorld();
    await world.serve();
  });
  afterEach(() => world.close());

  it('holds a chat from the bot to an agent and its end', async () => {
    const library = loadChatJs(world.url(), 'us-east-1');
    const chat = await startChat(world);
    session = sessionOf(library, chat, 'us-east-1');
    let established = 0;
    let heartbeats = 0;
    const typing: ChatEvent[] = [];
    session.onConnectionEstablished(() => (established += 1));
    session.onDeepHeartbeatSuccess(() => (heartbeats += 1));
    session.onMessage(({ data }) => {
      seen.push(`${String(data['DisplayName'])}: ${String(data['Content'] ?? data['ContentType'])}`);
    });
    session.onTyping((event) => typing.push(event));
    session.onEnded((event) => ended.push(event));
    await session.connect();
    await until('the websocket is open', () => established > 1 && heartbeats > 0);
    await world.clock.advanceBy(10);
    await session.sendMessage({ message: 'I want a person', contentType: 'text/plain' });
    await world.clock.advanceBy(6000);
    await until('the agent has greeted', () => seen.some((line) => line.startsWith('Agent: Hello')));
    expect(typing).not.toHaveLength(0);
    expect(seen).toContain('Sam: I want a person');

    const { data } = await session.getTranscript({ sortOrder: 'ASCENDING', maxResults: 100 });
    expect(data.Transcript[0]).toMatchObject({
      Type: 'EVENT',
      ParticipantRole: 'CUSTOMER',
      ParticipantId: chat.participantId,
    });
    await session.disconnectParticipant();
    await until('the chat has ended', () => ended.length > 0);
    expect(world.connect().contacts()[0]?.disconnectReason).toBe('CUSTOMER_DISCONNECT');
  });

  it('comes back after a reload with the same token, reads receipts and takes attachments', async () => {
    const library = loadChatJs(world.url(), 'us-west-2');
    const chat = await startChat(world);
    await chat.connect();
    await world.clock.advanceBy(10);
    await chat.write('Hello');
    session = sessionOf(library, chat, 'us-west-2');
    await session.connect();
    const { data } = await session.getTranscript({ scanDirection: 'BACKWARD', sortOrder: 'ASCENDING' });
    expect(data.Transcript.map(({ Content }) => Content)).toContain('Hello');
    const attachment = new File(['a,b'], 'list.csv', { type: 'text/csv' });
    await session.sendAttachment({ attachment });
    const after = await session.getTranscript({ maxResults: 1 });
    const [item] = after.data.Transcript as unknown as { Attachments: { AttachmentId: string }[] }[];
    const attachmentId = item!.Attachments[0]!.AttachmentId;
    expect(await (await session.downloadAttachment({ attachmentId })).text()).toBe('a,b');
    await session.disconnectParticipant();
  });
});
