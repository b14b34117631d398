import { type ChatClient, startChat } from '../testing/chat-client.ts';
import { connectWorld, type ConnectWorld } from '../testing/connect-world.ts';

const refusal = (field: string) => ({
  status: 400,
  error: 'ValidationException',
  body: { message: expect.stringContaining(field) },
});
const interactive = 'application/vnd.amazonaws.connect.message.interactive.response';

describe('the participant service', () => {
  let world: ConnectWorld;
  let chat: ChatClient;
  beforeEach(async () => {
    world = connectWorld();
    await world.serve();
    chat = await startChat(world, { SupportedMessagingContentTypes: ['text/plain', 'application/json'] });
    await chat.connect();
    await world.clock.advanceBy(10);
  });
  afterEach(() => world.close());

  it('knows nobody without a token of their own kind', async () => {
    const denied = { status: 403, error: 'AccessDeniedException' };
    expect(await chat.call('message', { ContentType: 'text/plain', Content: 'Hi' }, 'forged')).toMatchObject(
      denied,
    );
    expect(await chat.call('connection', { Type: ['WEBSOCKET'] }, 'forged')).toMatchObject(denied);
    await world.clock.advanceBy(24 * 3600 * 1000);
    expect(await chat.write('too late')).toMatchObject(denied);
  });

  it.each([
    ['connection', { Type: [] }, 'Type'],
    ['connection', { Type: ['WEBRTC_CONNECTION'] }, 'Type'],
    ['message', { ContentType: 'text/plain', Content: 'x'.repeat(1025) }, 'Content'],
    ['message', { ContentType: 'text/html', Content: 'x' }, 'ContentType'],
    ['message', { ContentType: 'text/markdown', Content: 'x' }, 'ContentType'],
    ['message', { ContentType: interactive, Content: '{}' }, 'ContentType'],
    ['message', { ContentType: 'application/json', Content: '{' }, 'Content'],
    ['message', { Content: 'x' }, 'ContentType'],
    [
      'event',
      { ContentType: 'application/vnd.amazonaws.connect.event.connection.acknowledged' },
      'ContentType',
    ],
    [
      'event',
      { ContentType: 'application/vnd.amazonaws.connect.event.message.read', Content: '{}' },
      'Content',
    ],
    ['transcript', { MaxResults: 101 }, 'MaxResults'],
    ['transcript', { ScanDirection: 'SIDEWAYS' }, 'ScanDirection'],
    ['transcript', { NextToken: 'made up' }, 'NextToken'],
    ['transcript', { StartPosition: { Id: 'none' } }, 'StartPosition.Id'],
    [
      'start-attachment-upload',
      { AttachmentName: 'a.exe', ContentType: 'text/csv', AttachmentSizeInBytes: 1 },
      'AttachmentName',
    ],
    [
      'start-attachment-upload',
      { AttachmentName: 'a.csv', ContentType: 'image/png', AttachmentSizeInBytes: 1 },
      'ContentType',
    ],
    [
      'start-attachment-upload',
      { AttachmentName: 'a.csv', ContentType: 'text/csv', AttachmentSizeInBytes: 0 },
      'AttachmentSizeInBytes',
    ],
    ['complete-attachment-upload', { AttachmentIds: [] }, 'AttachmentIds'],
  ])('refuses %s %j by the field', async (path, body, field) => {
    const bearer = path === 'connection' ? chat.participantToken : undefined;
    expect(await chat.call(path, body, bearer)).toMatchObject(refusal(field));
  });

  it('takes a message with the same client token once', async () => {
    const first = await chat.write('Hello', { ClientToken: 'one' });
    const again = await chat.write('Hello', { ClientToken: 'one' });
    expect(again.body['Id']).toBe(first.body['Id']);
    expect((await chat.transcript()).filter((line) => line === 'Sam: Hello')).toHaveLength(1);
  });

  it('gives the transcript page by page, in both directions', async () => {
    // Nobody answers while they wait for a person.
    await chat.write('a person please');
    await world.clock.advanceBy(10);
    for (let n = 1; n <= 5; n += 1) await chat.write(`message ${String(n)}`);
    const page = async (query: Record<string, unknown>) => {
      const { body } = await chat.call('transcript', query);
      const items = body['Transcript'] as { Content?: string; Id: string }[];
      return { said: items.map(({ Content }) => Content), items, next: body['NextToken'] };
    };
    const newest = await page({ MaxResults: 2 });
    expect(newest.said).toEqual(['message 5', 'message 4']);
    const before = await page({ MaxResults: 2, NextToken: newest.next, SortOrder: 'ASCENDING' });
    expect(before.said).toEqual(['message 2', 'message 3']);
    const from = await page({ StartPosition: { Id: before.items[1]!.Id }, SortOrder: 'ASCENDING' });
    expect(from.said).toEqual(['message 3', 'message 4', 'message 5']);
    expect(from.next).toBeUndefined();
    const recent = await page({ StartPosition: { MostRecent: 1 }, ScanDirection: 'FORWARD' });
    expect(recent.said).toEqual(['message 5']);
    const time = new Date(world.clock.now() + 1000).toISOString();
    expect((await page({ StartPosition: { AbsoluteTime: time } })).said).toEqual([]);
  });

  it('keeps who has read a message', async () => {
    const { body } = await chat.call('transcript', { MaxResults: 1 });
    const [{ Id }] = body['Transcript'] as [{ Id: string }];
    const Content = JSON.stringify({ messageId: Id });
    const ContentType = 'application/vnd.amazonaws.connect.event.message.read';
    expect(await chat.call('event', { ContentType, Content })).toMatchObject({ status: 200 });
    const after = await chat.call('transcript', { MaxResults: 1 });
    expect(after.body['Transcript']).toMatchObject([
      {
        MessageMetadata: {
          MessageId: Id,
          Receipts: [
            {
              RecipientParticipantId: chat.participantId,
              DeliveredTimestamp: expect.any(String),
              ReadTimestamp: expect.any(String),
            },
          ],
        },
      },
    ]);
  });

  it('throttles by its quotas', async () => {
    const answers = await Promise.all(Array.from({ length: 16 }, () => chat.write('again')));
    expect(answers.filter(({ status }) => status === 429).map(({ error }) => error)).toEqual([
      'ThrottlingException',
    ]);
  });

  it('keeps an attachment until the size is what was said, and only in its chat', async () => {
    const announcement = { AttachmentName: 'a.csv', ContentType: 'text/csv', AttachmentSizeInBytes: 3 };
    const { body } = await chat.call('start-attachment-upload', announcement);
    const { Url } = body['UploadMetadata'] as { Url: string };
    const AttachmentId = body['AttachmentId'];
    expect(await chat.call('complete-attachment-upload', { AttachmentIds: [AttachmentId] })).toMatchObject({
      status: 409,
      error: 'ConflictException',
    });
    expect((await fetch(Url, { method: 'PUT', body: 'a,b,c' })).status).toBe(400);
    expect((await fetch(Url, { method: 'PUT', body: 'a,b' })).status).toBe(200);
    await chat.call('complete-attachment-upload', { AttachmentIds: [AttachmentId] });
    const other = await startChat(world, { ClientToken: 'other' });
    await other.connect();
    expect(await other.call('attachment', { AttachmentId })).toMatchObject({ status: 404 });
    const given = await chat.call('attachment', { AttachmentId });
    expect(await (await fetch(String(given.body['Url']))).text()).toBe('a,b');
    await world.clock.advanceBy(301_000);
    expect((await fetch(String(given.body['Url']))).status).toBe(403);
    expect([...world.objects.keys()]).toEqual([
      `recordings/connect/atlas/Attachments/${chat.contactId}/${String(AttachmentId)}`,
    ]);
  });

  it('lets pages call it, and opens websockets with a token of its own only', async () => {
    const preflight = await fetch(`${world.url()}/participant/message`, {
      method: 'OPTIONS',
      headers: {
        origin: 'http://localhost:4200',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'x-amz-bearer',
      },
    });
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
    const refused = new WebSocket(`${world.url().replace('http', 'ws')}/participant/websocket?token=forged`);
    await new Promise((resolve) => refused.addEventListener('error', resolve));
    expect(refused.readyState).not.toBe(WebSocket.OPEN);
  });

  it('speaks the websocket protocol of chats', async () => {
    const { body } = await chat.connect();
    const { Url } = body['Websocket'] as { Url: string };
    const socket = new WebSocket(Url);
    const heard: Record<string, unknown>[] = [];
    socket.addEventListener('message', ({ data }) =>
      heard.push(JSON.parse(String(data)) as Record<string, unknown>),
    );
    await new Promise((resolve) => socket.addEventListener('open', resolve));
    for (const message of [
      { topic: 'aws/ping' },
      { topic: 'aws/heartbeat' },
      { topic: 'aws/subscribe', content: { topics: ['aws/tasks'] } },
      { topic: 'other' },
      { topic: 'aws/subscribe', content: { topics: ['aws/chat'] } },
    ])
      socket.send(JSON.stringify(message));
    const until = async (count: number) => {
      for (let turn = 0; turn < 200 && heard.length < count; turn += 1)
        await new Promise((resolve) => setTimeout(resolve, 5));
    };
    await until(5);
    await chat.write('Hello');
    await until(6);
    socket.close();
    expect(heard.slice(0, 5)).toMatchObject([
      { topic: 'aws/ping', statusCode: 200 },
      { topic: 'aws/heartbeat' },
      { topic: 'aws/subscribe', content: { status: 'failure' } },
      { message: 'Forbidden' },
      { topic: 'aws/subscribe', content: { status: 'success', topics: ['aws/chat'] } },
    ]);
    expect(heard[5]).toMatchObject({ topic: 'aws/chat', contentType: 'application/json' });
    expect(JSON.parse(String(heard[5]!['content']))).toMatchObject({
      Type: 'MESSAGE',
      Content: 'Hello',
      ParticipantRole: 'CUSTOMER',
      ContactId: chat.contactId,
      InitialContactId: chat.contactId,
    });
  });
});

describe('a person in a chat', () => {
  it('speaks by the token of their panel, and hears by it what is written', async () => {
    const world = connectWorld();
    await world.serve({ agents: [] });
    const chat = await startChat(world);
    await chat.connect();
    await world.clock.advanceBy(10);
    const { chats } = world.connect();
    const news: string[] = [];
    const stop = chats.onNews(({ contactId, message }) => {
      const { Content } = JSON.parse(message.content) as { Content?: string };
      if (contactId === chat.contactId && Content !== undefined) news.push(Content);
    });
    const token = await chats.agentToken({
      contactId: chat.contactId,
      agentId: 'avery',
      displayName: 'Avery',
    });
    await chat.write('Hello');
    const said = { ContentType: 'text/plain', Content: 'Not yet' };
    expect(await chat.call('message', said, token.participantToken)).toMatchObject({ status: 403 });
    expect(await chat.call('connection', { ConnectParticipant: true }, token.participantToken)).toMatchObject(
      {
        status: 200,
        body: {},
      },
    );
    expect(await chat.call('transcript', {}, token.participantToken)).toMatchObject({ status: 200 });
    stop();
    expect(news).toContain('Hello');
    await world.close();
  });
});
