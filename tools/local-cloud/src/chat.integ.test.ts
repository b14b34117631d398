import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { takePart } from './fixtures/chat-participant.ts';
import { connectionTo } from './fixtures/clients.ts';
import { converse } from './fixtures/converse.ts';
import { handOver } from './fixtures/hand-over.ts';
import { until } from './fixtures/raw-calls.ts';
import { spawnCloud, type SpawnedCloud } from './fixtures/spawned-cloud.ts';

jest.setTimeout(120_000);

const sessionId = 'chat-integration';
let state = '';
let cloud: SpawnedCloud | undefined;
beforeEach(async () => {
  state = mkdtempSync(join(tmpdir(), 'atlas-integ-'));
  // Time passes while nobody does anything: an agent takes three seconds to come.
  cloud = await spawnCloud(state, '--speed', '20');
});
afterEach(async () => {
  await cloud?.kill();
  rmSync(state, { recursive: true, force: true });
});

/** The transcript of a chat as Amazon Connect stored it. */
async function storedTranscript(url: string, contactId: string): Promise<string> {
  const s3 = new S3Client({ ...connectionTo(url), forcePathStyle: true });
  const Bucket = 'atlas-engine-recordings-local-000000000000-us-east-1';
  let Key: string | undefined;
  await until('the transcript is stored', async () => {
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket }));
    Key = Contents.find(
      (object) => object.Key?.includes(`/ChatTranscripts/`) === true && object.Key.includes(contactId),
    )?.Key;
    return Key !== undefined;
  });
  const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
  return (await Body?.transformToString()) ?? '';
}

describe('a customer of a page who asks the bot for a person', () => {
  it('chats with an agent who knows the conversation, and the transcript is stored', async () => {
    const url = cloud?.url ?? '';
    const customer = handOver(url);
    await converse(url, { sessionId });
    const { handOff, handOffTicket } = await customer.askForPerson(sessionId);
    expect([handOff, handOffTicket]).toEqual(['agent', expect.stringMatching(/^[\w-]{43}$/)]);
    const request = {
      ticket: handOffTicket,
      sessionId,
      displayName: 'Robin',
      transcript: [{ speaker: 'CUSTOMER', text: 'I want to talk to a person' }],
    };
    const other = await customer.startChat({ ...request, sessionId: 'another-session' });
    expect([other.status, other.body.error?.code]).toEqual([403, 'TICKET_UNKNOWN']);
    const { status, body: chat } = await customer.startChat(request);
    expect(status).toBe(201);
    expect((await customer.startChat(request)).body).toEqual(chat);

    const participant = await takePart(url, chat);
    await participant.hears(/^Hello, you are speaking with a colleague/);
    await participant.write('My invoice, please');
    await participant.hears(/^Thank you, I am looking into it/);
    const [joined, first] = await participant.transcript();
    expect(joined?.ContentType).toMatch(/participant\.joined$/);
    expect(first?.Content).toBe(
      'Conversation with the assistant so far:\nCustomer: I want to talk to a person',
    );
    await participant.write('That is all, thank you');
    await participant.hears(/chat\.ended$/);

    const transcript = await storedTranscript(url, chat.contactId);
    expect(transcript).toContain('My invoice, please');
    const contacts = (await cloud?.admin(`contacts/${chat.contactId}/trace`)) ?? {};
    expect(JSON.stringify(contacts)).toContain('See who sends the customer');
  });
});
