import { americanPhone } from '@atlas-engine/domain/testing';
import { queuedTextSchema } from './inbound-text.ts';
import { lexBot } from './lex-bot.ts';
import { snsTexts } from './sns-texts.ts';

const named = (name: string) => Object.assign(new Error('no'), { name });

function clientAnswering(answer: object) {
  const sent: { input: Record<string, unknown> }[] = [];
  const send = async (command: { input: Record<string, unknown> }) => {
    sent.push(command);
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return { client: { send } as never, sent };
}
const said = { phone: americanPhone(), locale: 'en_US', text: 'call me' } as const;
const ask = (answer: object) => {
  const { client, sent } = clientAnswering(answer);
  return { sent, reply: lexBot({ client, botId: 'B', botAliasId: 'A' })(said) };
};

describe('the bot in Lex', () => {
  it('hears the text and who sent it, in a conversation that shows no number', async () => {
    const card = { contentType: 'ImageResponseCard' };
    const { sent, reply } = ask({ messages: [{ content: 'Yes?' }, card] });
    expect(await reply).toEqual({ kind: 'REPLY', texts: ['Yes?'] });
    expect(sent[0]?.input).toMatchObject({
      botId: 'B',
      botAliasId: 'A',
      localeId: 'en_US',
      text: 'call me',
      requestAttributes: { 'x-atlas-sender': americanPhone() },
    });
    expect(sent[0]?.input['sessionId']).toMatch(/^sms-[0-9a-f]{24}$/);
  });

  it('may be busy or fail, which the customer is told', async () => {
    expect(await ask(named('ConflictException')).reply).toEqual({ kind: 'BUSY' });
    expect(await ask(named('DependencyFailedException')).reply).toEqual({ kind: 'FAILED' });
  });

  it.each([
    ['ThrottlingException', 'BotUnavailableError', true],
    ['TimeoutError', 'BotUnavailableError', true],
    ['AccessDeniedException', 'BotRefusedError', false],
    ['ResourceNotFoundException', 'BotRefusedError', false],
  ])('fails for %s as %s', async (name, thrown, retryable) => {
    await expect(ask(named(name)).reply).rejects.toMatchObject({ name: thrown, retryable });
  });
});

describe('texts by SNS', () => {
  const text = { to: americanPhone(), from: americanPhone(99), text: 'Yes.' };

  it('go out from the number that was written to', async () => {
    const { client, sent } = clientAnswering({});
    await snsTexts({ client })(text);
    expect(sent[0]?.input).toEqual({
      PhoneNumber: americanPhone(),
      Message: 'Yes.',
      MessageAttributes: {
        'AWS.SNS.SMS.SMSType': { DataType: 'String', StringValue: 'Transactional' },
        'AWS.MM.SMS.OriginationNumber': { DataType: 'String', StringValue: americanPhone(99) },
      },
    });
  });

  it.each([
    ['ThrottlingException', true],
    ['AuthorizationErrorException', false],
  ])('that are not sent for %s say whether it may pass: %s', async (name, retryable) => {
    const { client } = clientAnswering(named(name));
    const failed = snsTexts({ client })(text);
    await expect(failed).rejects.toMatchObject({ name: 'TextNotSentError', retryable });
    await expect(failed).rejects.not.toThrow(americanPhone());
  });
});

describe('a message of the queue', () => {
  const body = {
    originationNumber: americanPhone(),
    destinationNumber: americanPhone(99),
    messageKeyword: 'KEYWORD_123456789012',
    messageBody: 'YES',
    inboundMessageId: '9e9b-1',
  };
  const notification = (Message: unknown) => ({ Type: 'Notification', MessageId: 'm', Message });

  it('has the text inside the notification', () => {
    expect(queuedTextSchema.parse(notification(JSON.stringify(body)))).toMatchObject({ messageBody: 'YES' });
  });

  it.each([
    ['no JSON', notification('{')],
    ['what is no number', notification(JSON.stringify({ ...body, originationNumber: 'me' }))],
    ['an id that is none', notification(JSON.stringify({ ...body, inboundMessageId: '../x' }))],
    [
      'another kind of notification',
      { ...notification(JSON.stringify(body)), Type: 'SubscriptionConfirmation' },
    ],
  ])('is refused with %s', (_what, message) => {
    expect(queuedTextSchema.safeParse(message).success).toBe(false);
  });
});
