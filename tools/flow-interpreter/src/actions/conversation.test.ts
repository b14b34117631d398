import type { FlowEvent } from '../ask.ts';
import { flowOf, leftBy, oneBlock, walk } from '../testing/flow-under-test.ts';

describe('MessageParticipant', () => {
  const say = (parameters: unknown) =>
    oneBlock('MessageParticipant', parameters, { errors: ['NoMatchingError'] });

  it('plays and goes on when it has been heard', () => {
    expect(walk([say({ PromptId: 'tune' })]).progress).toEqual({
      ask: { kind: 'play', message: { kind: 'prompt', promptId: 'tune' } },
    });
    expect(leftBy(walk([say({ Text: 'x' })], [{ kind: 'done' }]))).toBe('next');
  });

  it('fails on SSML in a chat and on a text of over 6 000 characters', () => {
    expect(leftBy(walk([say({ SSML: '<speak/>' })], [], { contact: { channel: 'CHAT' } }))).toBe(
      'NoMatchingError',
    );
    const attributes = { long: 'x'.repeat(6001) };
    expect(leftBy(walk([say({ Text: '$.Attributes.long' })], [], { contact: { attributes } }))).toBe(
      'NoMatchingError',
    );
  });

  it('ends the contact when it fails without a branch for it', () => {
    const { progress } = walk([oneBlock('MessageParticipant', { Text: 'x' }, {})], [{ kind: 'failed' }]);
    expect(progress).toEqual({ end: { kind: 'failed', reason: '"Block" has no branch NoMatchingError' } });
  });
});

describe('MessageParticipantIteratively', () => {
  const music = (extra: object) =>
    oneBlock(
      'MessageParticipantIteratively',
      { Messages: [{ PromptId: 'tune' }, { Text: 'Please hold.' }], ...extra },
      { next: false, errors: ['NoMatchingError'], when: ['Equals MessagesInterrupted'] },
    );

  it('plays on, and stops at its interval', () => {
    const flow = music({ InterruptFrequencySeconds: '30' });
    expect(walk([flow]).progress).toMatchObject({ ask: { kind: 'play-on', interruptAfter: 30 } });
    expect(leftBy(walk([flow], [{ kind: 'interrupted' }]))).toBe('Equals MessagesInterrupted');
  });

  it('plays until the contact leaves when it has no interval', () => {
    expect(walk([music({})]).progress).toEqual({
      ask: {
        kind: 'play-on',
        messages: [
          { kind: 'prompt', promptId: 'tune' },
          { kind: 'text', text: 'Please hold.' },
        ],
      },
    });
    expect(leftBy(walk([music({ InterruptFrequencySeconds: 'soon' })]))).toBe('NoMatchingError');
  });
});

describe('GetParticipantInput', () => {
  const errors = ['InputTimeLimitExceeded', 'NoMatchingCondition', 'NoMatchingError'];
  const menu = oneBlock(
    'GetParticipantInput',
    { Text: 'Press 1', StoreInput: 'False', InputTimeLimitSeconds: '5' },
    { errors, when: ['Equals 1', 'Equals *'] },
  );
  const store = (validation: unknown) =>
    oneBlock(
      'GetParticipantInput',
      { Text: 'Number?', StoreInput: 'True', InputTimeLimitSeconds: '5', InputValidation: validation },
      { errors: ['NoMatchingError', 'InvalidPhoneNumber'] },
    );

  it.each<[FlowEvent, string]>([
    [{ kind: 'digits', digits: '1' }, 'Equals 1'],
    [{ kind: 'digits', digits: '*' }, 'Equals *'],
    [{ kind: 'digits', digits: '2' }, 'NoMatchingCondition'],
    [{ kind: 'no-input' }, 'InputTimeLimitExceeded'],
    [{ kind: 'failed' }, 'NoMatchingError'],
  ])('as a menu, after %j goes by %s', (event, branch) => {
    expect(leftBy(walk([menu], [event]))).toBe(branch);
  });

  it('has no keys in a chat', () => {
    expect(leftBy(walk([menu], [], { contact: { channel: 'CHAT' } }))).toBe('NoMatchingError');
  });

  it('keeps what was entered, and silence as the value Timeout', () => {
    const pin = store({ CustomValidation: { MaximumLength: '4' } });
    expect(walk([pin]).progress).toMatchObject({
      ask: { maximumLength: 4, terminator: '#', cancelKey: true },
    });
    expect(walk([pin], [{ kind: 'digits', digits: '1234' }]).run.storedInput).toBe('1234');
    const silent = walk([pin], [{ kind: 'no-input' }]);
    expect([leftBy(silent), silent.run.storedInput]).toEqual(['next', 'Timeout']);
  });

  it.each([
    [{ NumberFormat: 'E164' }, '12125550100', '+12125550100'],
    [{ NumberFormat: 'Local', CountryCode: '+1' }, '2125550100', '+12125550100'],
    [{ NumberFormat: 'Local', CountryCode: '44' }, '7700900000', '+447700900000'],
    [{ NumberFormat: 'E164' }, '12', undefined],
  ])('checks a phone number as %j', (PhoneNumberValidation, digits, number) => {
    const walked = walk([store({ PhoneNumberValidation })], [{ kind: 'digits', digits }]);
    expect(walked.run.storedInput).toBe(number);
    expect(leftBy(walked)).toBe(number === undefined ? 'InvalidPhoneNumber' : 'next');
  });
});

describe('ConnectParticipantWithLexBot', () => {
  const result = {
    IntentName: 'RequestCall',
    DialogState: 'Fulfilled',
    Slots: { when: 'now' },
    SessionAttributes: { id: '7' },
    IntentConfidence: { Score: '0.9' },
  };
  const bot = (errors: readonly string[]) =>
    oneBlock(
      'ConnectParticipantWithLexBot',
      {
        Text: 'How can I help?',
        LexV2Bot: { AliasArn: 'arn:bot' },
        LexSessionAttributes: { id: '$.ContactId' },
        LexInitializationData: { InitialMessage: 'hello' },
        LexTimeoutSeconds: { Text: '60' },
      },
      { errors, when: ['Equals RequestCall'] },
    );
  const both = ['NoMatchingError', 'NoMatchingCondition'];

  it('hands over with session attributes', () => {
    expect(walk([bot(both)]).progress).toEqual({
      ask: {
        kind: 'bot',
        botAliasArn: 'arn:bot',
        message: { kind: 'text', text: 'How can I help?' },
        initialMessage: 'hello',
        sessionAttributes: { id: 'contact-1' },
        textWithin: 60,
      },
    });
  });

  it('branches on the intent and leaves $.Lex behind', () => {
    const walked = walk([bot(both)], [{ kind: 'bot', result }]);
    expect([leftBy(walked), walked.run.lex]).toEqual(['Equals RequestCall', result]);
    const other = { kind: 'bot', result: { ...result, IntentName: 'Help' } } as const;
    expect(leftBy(walk([bot(both)], [other]))).toBe('NoMatchingCondition');
  });

  it('takes its time-out branch when it has one, else the error branch', () => {
    expect(leftBy(walk([bot([...both, 'InputTimeLimitExceeded'])], [{ kind: 'no-input' }]))).toBe(
      'InputTimeLimitExceeded',
    );
    expect(leftBy(walk([bot(both)], [{ kind: 'no-input' }]))).toBe('NoMatchingError');
  });
});

describe('InvokeLambdaFunction', () => {
  const invoke = (extra: object = {}) =>
    oneBlock(
      'InvokeLambdaFunction',
      {
        LambdaFunctionARN: 'arn:fn',
        InvocationTimeLimitSeconds: '8',
        LambdaInvocationAttributes: { op: 'look-up $.Channel' },
        ...extra,
      },
      { errors: ['NoMatchingError'] },
    );
  const after = (payload: unknown, extra: object = {}) =>
    walk([invoke(extra)], [{ kind: 'result', payload }]);

  it('sends the contact and the parameters', () => {
    const { progress } = walk([invoke()], [], { contact: { attributes: { a: '1' } } });
    expect(progress).toMatchObject({
      ask: {
        functionArn: 'arn:fn',
        within: 8,
        asynchronous: false,
        event: {
          Name: 'ContactFlowEvent',
          Details: {
            ContactData: { ContactId: 'contact-1', Attributes: { a: '1' }, Queue: null, Channel: 'VOICE' },
            Parameters: { op: 'look-up VOICE' },
          },
        },
      },
    });
  });

  it.each<[string, unknown, object, boolean]>([
    ['a flat map of strings', { a: '1' }, {}, true],
    ['a number in a map of strings', { a: 1 }, {}, false],
    ['null in a map of strings', { a: null }, {}, false],
    [
      'nesting where JSON is allowed',
      { a: { b: [1] } },
      { ResponseValidation: { ResponseType: 'JSON' } },
      true,
    ],
    [
      'nesting where it is not',
      { a: { b: 1 } },
      { ResponseValidation: { ResponseType: 'STRING_MAP' } },
      false,
    ],
    ['a list', ['a'], { ResponseValidation: { ResponseType: 'JSON' } }, false],
    ['nothing', null, {}, false],
    ['over 32 KB', { a: 'x'.repeat(33_000) }, {}, false],
  ])('takes or refuses %s', (_, payload, extra, good) => {
    const walked = after(payload, extra);
    expect(leftBy(walked)).toBe(good ? 'next' : 'NoMatchingError');
    expect(walked.run.external).toEqual(good ? payload : {});
  });

  it('does not wait longer than Amazon Connect would', () => {
    expect(leftBy(walk([invoke({ InvocationTimeLimitSeconds: '9' })]))).toBe('NoMatchingError');
  });

  it('replaces the answer of the function before', () => {
    const call = {
      type: 'InvokeLambdaFunction',
      parameters: { LambdaFunctionARN: 'f', InvocationTimeLimitSeconds: '3' },
    };
    const flow = flowOf({
      One: { ...call, next: 'Two' },
      Two: { ...call, next: 'End' },
      End: { type: 'DisconnectParticipant' },
    });
    const results = [{ a: '1' }, { b: '2' }].map((payload) => ({ kind: 'result', payload }) as const);
    expect(walk([flow], results).run.external).toEqual({ b: '2' });
  });
});
