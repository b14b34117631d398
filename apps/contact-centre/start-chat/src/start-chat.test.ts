import { requestIdSchema } from '@atlas-engine/domain';
import { StoreUnavailableError } from '@atlas-engine/interaction-store';
import { ChatRefusedError, ChatsFullError, ChatUnavailableError } from './chats/chat-errors.ts';
import { aRequest, createWorld, minute, noon, ticket } from './fixtures/world.ts';

const chat = { contactId: 'contact-1', participantId: 'participant-1', participantToken: 'secret-1' };
const code = (answer: { body: Record<string, unknown> }) => (answer.body['error'] as { code: string }).code;

describe('a ticket', () => {
  it('becomes one chat, however often it is asked', async () => {
    const world = await createWorld();
    const answers = await Promise.all([1, 2, 3].map(() => world.ask(aRequest)));
    expect(answers.map(({ body }) => body)).toEqual([chat, chat, chat]);
    expect(await world.ask(aRequest)).toMatchObject({
      status: 201,
      body: chat,
      headers: { 'cache-control': 'no-store' },
    });
    expect(world.started.size).toBe(1);
    expect([...world.started.keys()][0]).not.toContain(ticket);
  });

  it('carries the language, the request of the conversation and what was said', async () => {
    const world = await createWorld();
    const requestId = requestIdSchema.parse('lead-42');
    await world.store.noteRequestOfSession({ sessionId: 'session-1', requestId, expiresAt: noon + minute });
    await world.store.issueHandOff({
      ...{ ticket, sessionId: 'session-1', locale: 'en-GB' },
      ...{ at: noon, expiresAt: noon + minute },
    });
    const transcript = [{ speaker: 'CUSTOMER' as const, text: 'I want a person' }];
    await world.ask({ ...aRequest, displayName: 'Robin', transcript });
    expect([...world.started.values()]).toMatchObject([
      {
        displayName: 'Robin',
        attributes: {
          handOff: 'agent',
          locale: 'en-GB',
          requestId: 'lead-42',
          conversation: 'Customer: I want a person',
        },
        firstMessage: 'Conversation with the assistant so far:\nCustomer: I want a person',
      },
    ]);
  });

  it('is refused in another conversation, when it is made up, and after its time', async () => {
    const world = await createWorld();
    const other = await world.ask({ ...aRequest, sessionId: 'session-2' });
    expect([other.status, code(other)]).toEqual([403, 'TICKET_UNKNOWN']);
    const forged = await world.ask({ ...aRequest, ticket: 'f'.repeat(43) });
    expect([forged.status, code(forged)]).toEqual([403, 'TICKET_UNKNOWN']);
    world.time.now = noon + 10 * minute;
    const late = await world.ask(aRequest);
    expect([late.status, code(late)]).toEqual([410, 'TICKET_EXPIRED']);
    expect(world.started.size).toBe(0);
    expect(world.counted).toEqual(['ChatRefused', 'ChatRefused', 'ChatRefused']);
  });
});

describe('a request', () => {
  it.each([
    ['no JSON', '{', undefined],
    ['no ticket', { ...aRequest, ticket: undefined }, 'ticket'],
    ['a flow of its own', { ...aRequest, contactFlowId: 'f' }, undefined],
    [
      'a long entry',
      { ...aRequest, transcript: [{ speaker: 'BOT', text: 'x'.repeat(1001) }] },
      'transcript.0.text',
    ],
  ])('with %s is told what is allowed', async (_, request, field) => {
    const answer = await (await createWorld()).ask(request);
    expect(answer).toMatchObject({ status: 400, body: { error: { code: 'INVALID_REQUEST' } } });
    expect((answer.body['error'] as { field?: string }).field).toBe(field);
  });

  it('on another route finds nothing', async () => {
    const answer = await (await createWorld()).ask(aRequest, 'POST /api/other');
    expect([answer.status, code(answer)]).toEqual([404, 'ROUTE_NOT_FOUND']);
  });

  it.each([
    [new ChatsFullError(new Error('LimitExceededException')), 429, 'TOO_MANY_CHATS'],
    [new ChatUnavailableError(new Error('TimeoutError')), 503, 'UNAVAILABLE'],
    [new ChatRefusedError(new Error('AccessDeniedException')), 500, 'INTERNAL'],
    [new StoreUnavailableError('read', new Error('TimeoutError')), 503, 'UNAVAILABLE'],
    [new TypeError('a defect'), 500, 'INTERNAL'],
  ])(
    'that fails is answered by what the customer can do, and logged: %s',
    async (error, status, expected) => {
      const world = await createWorld({ chats: { start: () => Promise.reject(error) } });
      const answer = await world.ask(aRequest);
      expect([answer.status, code(answer)]).toEqual([status, expected]);
      expect(JSON.stringify(answer.body)).not.toContain(error.name);
      expect(world.lines.join()).toContain(error.name);
    },
  );

  it('leaves nothing personal in the log, and no secret', async () => {
    const world = await createWorld();
    const transcript = [{ speaker: 'CUSTOMER' as const, text: 'My name is Robin Sample' }];
    await world.ask({ ...aRequest, displayName: 'Robin Sample', transcript });
    await world.ask({ ...aRequest, ticket: 'Robin Sample' });
    const log = world.lines.join();
    expect(log).toContain('contact-1');
    for (const secret of ['Robin', ticket, 'secret-1']) expect(log).not.toContain(secret);
  });
});
