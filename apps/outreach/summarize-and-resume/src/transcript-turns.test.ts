import * as fc from 'fast-check';
import { transcribeOutput, type Said } from './fixtures/transcribe-output.ts';
import { TranscriptMalformedError } from './transcript-malformed-error.ts';
import { conversationOf, customerChannelOf, type CustomerChannel } from './transcript-turns.ts';

const linesOf = (output: string, customer: CustomerChannel = 'ch_1'): string[] =>
  conversationOf(output, customer).turns.map(({ speaker, text }) => `${speaker}: ${text}`);
const heard = (...said: readonly Said[]): string[] => linesOf(transcribeOutput(...said));
const outputOf = (results: unknown): string => JSON.stringify({ status: 'COMPLETED', results });
const word = (content: string, start_time?: string, end_time?: string) => ({
  type: 'pronunciation',
  ...(start_time === undefined ? {} : { start_time }),
  ...(end_time === undefined ? {} : { end_time }),
  alternatives: [{ content }],
});
const oneChannel = (...items: unknown[]) =>
  outputOf({
    channel_labels: {
      channels: [
        { channel_label: 'ch_1', items },
        { channel_label: 'ch_0', items: [] },
      ],
    },
  });

describe('a conversation on two channels', () => {
  it('becomes turns in the order in which they were spoken', () => {
    expect(
      heard(
        [0, 0.5, 'Hello Robin, this is Atlas.'],
        [1, 3, 'Hello, who is this?'],
        [0, 5, 'An automated call about your request.'],
        [1, 9, 'I see.'],
      ),
    ).toEqual([
      'SYSTEM: Hello Robin, this is Atlas.',
      'CUSTOMER: Hello, who is this?',
      'SYSTEM: An automated call about your request.',
      'CUSTOMER: I see.',
    ]);
  });

  it('keeps the moments of each turn', () => {
    const { turns } = conversationOf(transcribeOutput([1, 1, 'Hello there.']), 'ch_1');
    expect(turns).toEqual([{ speaker: 'CUSTOMER', text: 'Hello there.', from: 1, to: 1.75 }]);
  });

  it('has a turn for each sentence', () => {
    expect(heard([1, 1, 'Yes. No! Why? Because.'])).toEqual([
      'CUSTOMER: Yes.',
      'CUSTOMER: No!',
      'CUSTOMER: Why?',
      'CUSTOMER: Because.',
    ]);
  });

  it('makes one sentence of one with a pause in it', () => {
    expect(heard([1, 1, 'Please do not'], [1, 9, 'call me again.'])).toEqual([
      'CUSTOMER: Please do not call me again.',
    ]);
  });

  it('lets a turn end where the other side takes it up', () => {
    expect(heard([1, 1, 'Well I'], [0, 4, 'Yes?'], [1, 7, 'think so.'])).toEqual([
      'CUSTOMER: Well I',
      'SYSTEM: Yes?',
      'CUSTOMER: think so.',
    ]);
  });

  it.each<[string, CustomerChannel, string[]]>([
    ['an automated call', 'ch_1', ['SYSTEM: Left.', 'CUSTOMER: Right.']],
    ["an agent's call", 'ch_0', ['CUSTOMER: Left.', 'AGENT: Right.']],
  ])('has the customer on the channel that Connect gives them in %s', (_, customer, lines) => {
    expect(linesOf(transcribeOutput([0, 0, 'Left.'], [1, 2, 'Right.']), customer)).toEqual(lines);
  });

  it.each<[string, CustomerChannel]>([
    ['connect/atlas/CallRecordings/ivr/2026/11/20/c_T_UTC.wav', 'ch_1'],
    ['connect/atlas/CallRecordings/2026/11/20/c_T_UTC.wav', 'ch_0'],
  ])('tells from the key %s that the customer is on %s', (key, channel) => {
    expect(customerChannelOf(key)).toBe(channel);
  });

  it('keeps every word once, and the turns in order, whatever is said when', () => {
    const text = fc
      .array(fc.constantFrom('yes', 'no', 'maybe', 'call', 'me,', 'later.'), { minLength: 1, maxLength: 5 })
      .map((words) => words.join(' '));
    const said = fc.array(
      fc.tuple(fc.constantFrom(0 as const, 1 as const), fc.integer({ min: 0, max: 60 }), text),
    );
    fc.assert(
      fc.property(said, (lines) => {
        const { turns } = conversationOf(transcribeOutput(...lines), 'ch_1');
        const words = (texts: readonly string[]) => texts.flatMap((one) => one.split(' ')).sort();
        expect(words(turns.map((turn) => turn.text))).toEqual(words(lines.map(([, , one]) => one)));
        expect(turns.map(({ from }) => from)).toEqual(
          turns.map(({ from }) => from).toSorted((a, b) => a - b),
        );
      }),
    );
  });
});

describe("Transcribe's output", () => {
  it('has marks of punctuation without a time, also at the start', () => {
    const comma = { type: 'punctuation', alternatives: [{ confidence: '0.0', content: ',' }] };
    expect(linesOf(oneChannel(comma, word('Well', '1.0', '1.2'), comma, word('yes', '1.3', '1.5')))).toEqual([
      'CUSTOMER: Well, yes',
    ]);
  });

  it('keeps the mark of what was redacted, which has no confidence', () => {
    const redacted = {
      ...word('[PII]', '1.3', '2.0'),
      alternatives: [
        { content: '[PII]', redactions: [{ confidence: '0.9999', type: 'NAME', category: 'PII' }] },
      ],
    };
    expect(linesOf(oneChannel(word('I', '1.0', '1.1'), word('am', '1.1', '1.2'), redacted))).toEqual([
      'CUSTOMER: I am [PII]',
    ]);
  });

  it.each<[string, unknown[], string[]]>([
    ['words without times', [word('Good'), word('morning')], ['CUSTOMER: Good morning']],
    ['a word without an end', [word('Good', '1.0'), word('morning', '1.3')], ['CUSTOMER: Good morning']],
    ['an item without alternatives', [{ type: 'pronunciation' }, word('Yes', '1')], ['CUSTOMER: Yes']],
    ['an empty word', [word(' ', '0.5', '0.6'), word('Yes', '1')], ['CUSTOMER: Yes']],
    [
      'members that are new',
      [{ ...word('Yes', '1', '2'), id: 7, language_code: 'en-US', vocabulary_filter_match: true }],
      ['CUSTOMER: Yes'],
    ],
    ['nothing', [], []],
  ])('may hold %s', (_, items, lines) => {
    expect(linesOf(oneChannel(...items))).toEqual(lines);
  });

  it('tells nobody apart on one channel: no word is taken for the customer', () => {
    const items = [word('Hello', '0', '1'), word('yes', '1', '2')];
    const alone = outputOf({ transcripts: [{ transcript: 'Hello yes' }], items });
    const labelled = outputOf({ channel_labels: { channels: [{ channel_label: 'ch_0', items }] } });
    for (const output of [alone, labelled]) {
      expect(conversationOf(output, 'ch_1')).toMatchObject({
        turns: [{ speaker: 'SYSTEM', text: 'Hello yes' }],
        sidesKnown: false,
      });
    }
    expect(conversationOf(transcribeOutput([1, 0, 'Yes.']), 'ch_1').sidesKnown).toBe(true);
  });

  it.each([
    ['two silent channels', transcribeOutput()],
    ['no channel', outputOf({ channel_labels: { channels: [] } })],
    ['no items', outputOf({})],
  ])('may hold nothing that was said: %s', (_, output) => {
    expect(conversationOf(output, 'ch_1')).toEqual({ turns: [], sidesKnown: true });
  });

  it.each([
    ['empty', ''],
    ['cut off', transcribeOutput([1, 0, 'Yes.']).slice(0, -9)],
    ['an error of S3', '<Error><Code>AccessDenied</Code></Error>'],
    ['null', 'null'],
    ['a job without results', '{"jobName":"atlas.request-1.1.1","status":"FAILED"}'],
    ['without items', outputOf({ channel_labels: { channels: [{ channel_label: 'ch_0' }] } })],
    ['a time that is none', oneChannel(word('Yes', 'soon'))],
    ['a time before the start', oneChannel(word('Yes', '-1'))],
  ])('is refused when it is %s', (_, output) => {
    expect(() => conversationOf(output, 'ch_1')).toThrow(TranscriptMalformedError);
  });
});
