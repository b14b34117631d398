import { fakeNetwork, type Received, serviceError } from '../fixtures/network.ts';
import type { Network } from './post.ts';
import { createLexClient } from './lex-client.ts';

const turn = { text: 'hello', sessionId: 'abc', localeId: 'en_US' };

function started(reply: (received: Received) => unknown, isOnline = () => true) {
  const { network, received } = fakeNetwork(reply, isOnline);
  let forgotten = 0;
  return { ...clientOn(network, () => (forgotten += 1)), received, forgotten: () => forgotten };
}

const clientOn = (network: Network, forget: () => void = () => undefined) => ({
  client: createLexClient({
    endpoint: 'https://lex.test',
    region: 'us-east-1',
    bot: { id: 'ABCDEFGHIJ', aliasId: 'TSTALIASID' },
    credentials: {
      get: () => Promise.resolve({ accessKeyId: 'AKIAX', secretAccessKey: 'secret', sessionToken: 'token' }),
      forget,
      signIn: () => undefined,
    },
    network,
  }),
});

describe('the bot by signed requests', () => {
  it('is told what was said, in the path of the session', async () => {
    const { client, received } = started(() => ({
      messages: [{ contentType: 'PlainText', content: 'Hi' }],
      sessionState: { sessionAttributes: { a: 'b' } },
    }));
    const answer = await client.recognizeText({
      ...turn,
      sessionAttributes: { a: 'b' },
      requestAttributes: { 'x-amz-lex:time-zone': 'Europe/London' },
    });
    expect(answer.messages).toEqual([{ contentType: 'PlainText', content: 'Hi' }]);
    expect(received[0]?.url).toBe(
      'https://lex.test/bots/ABCDEFGHIJ/botAliases/TSTALIASID/botLocales/en_US/sessions/abc/text',
    );
    expect(JSON.parse(received[0]?.body ?? '')).toEqual({
      text: 'hello',
      sessionState: { sessionAttributes: { a: 'b' } },
      requestAttributes: { 'x-amz-lex:time-zone': 'Europe/London' },
    });
  });

  it('signs for the scope of Lex, with the session token', async () => {
    const { client, received } = started(() => ({}));
    await client.recognizeText(turn);
    const headers = received[0]?.headers;
    expect(headers?.get('authorization')).toMatch(/Credential=AKIAX\/\d{8}\/us-east-1\/lex\/aws4_request/);
    expect(headers?.get('x-amz-security-token')).toBe('token');
  });

  it('takes other credentials when the service does not take these any more, once', async () => {
    let refusals = 1;
    const reply = () => (refusals-- > 0 ? serviceError(403, 'ExpiredTokenException') : {});
    const first = started(reply);
    await first.client.recognizeText(turn);
    expect([first.forgotten(), first.received.length]).toEqual([1, 2]);
    refusals = 9;
    const second = started(reply);
    await expect(second.client.recognizeText(turn)).rejects.toMatchObject({ code: 'expired' });
    expect(second.received).toHaveLength(2);
  });

  it.each([
    [serviceError(429, 'ThrottlingException'), 'throttled', 'ThrottlingException'],
    [serviceError(403, 'AccessDeniedException'), 'refused', 'AccessDeniedException'],
    [serviceError(409, 'ConflictException'), 'busy', 'ConflictException'],
    [serviceError(424, 'DependencyFailedException'), 'failed', 'DependencyFailedException'],
    [
      serviceError(403, 'InvalidSignatureException', 'Signature expired: 1 is now earlier than 2'),
      'clock',
      'InvalidSignatureException',
    ],
    [new Response('', { status: 502 }), 'failed', 'HTTP 502'],
  ])('names each refusal (%#)', async (answer, code, detail) => {
    const { client } = started(() => answer.clone());
    await expect(client.recognizeText(turn)).rejects.toMatchObject({ code, detail });
  });

  it('tells no network from no answer, and from an answer that comes too late', async () => {
    const failing = (error: Error, isOnline: boolean) =>
      clientOn({ isOnline: () => isOnline, fetch: () => Promise.reject(error) }).client;
    const lost = new TypeError('Failed to fetch');
    await expect(failing(lost, false).recognizeText(turn)).rejects.toMatchObject({ code: 'offline' });
    await expect(failing(lost, true).recognizeText(turn)).rejects.toMatchObject({ code: 'unreachable' });
    const late = new DOMException('', 'TimeoutError');
    await expect(failing(late, true).recognizeText(turn)).rejects.toMatchObject({ code: 'timeout' });
  });

  it('refuses what is too long before it is sent, and an answer that it cannot read', async () => {
    const { client, received } = started(() => ({ messages: 'none' }));
    await expect(client.recognizeText({ ...turn, text: 'x'.repeat(1025) })).rejects.toMatchObject({
      code: 'too-long',
    });
    expect(received).toEqual([]);
    await expect(client.recognizeText(turn)).rejects.toMatchObject({ code: 'unreadable' });
  });

  it('ends a session', async () => {
    const { client, received } = started(() => ({}));
    await client.deleteSession(turn);
    expect([received[0]?.method, received[0]?.url.endsWith('/sessions/abc')]).toEqual(['DELETE', true]);
  });
});
