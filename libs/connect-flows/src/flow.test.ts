import { disconnect, say, talkToBot } from './blocks.ts';
import { defineFlow, emitFlow, type Flow } from './flow.ts';
import type { FlowDocument } from './flow-language.ts';
import { InvalidFlowError } from './invalid-flow-error.ts';
import { validateFlow } from './validate-flow.ts';

const good = defineFlow({
  name: 'Test',
  type: 'CONTACT_FLOW',
  start: 'Hello',
  blocks: { Hello: say('Hello', { next: 'End', failed: 'End' }), End: disconnect() },
});

const problemsOf = (blocks: Flow['blocks'], start = 'Hello'): readonly string[] => {
  try {
    emitFlow({ name: 'Test', type: 'CONTACT_FLOW', start, blocks });
  } catch (error) {
    if (error instanceof InvalidFlowError) return error.problems;
    throw error;
  }
  return [];
};

describe('emitFlow', () => {
  it('writes the Flow language', () => {
    expect(emitFlow(good)).toEqual({
      Version: '2019-10-30',
      StartAction: 'Hello',
      Metadata: { name: 'Test', type: 'contactFlow' },
      Actions: [
        {
          Identifier: 'Hello',
          Type: 'MessageParticipant',
          Parameters: { Text: 'Hello' },
          Transitions: {
            NextAction: 'End',
            Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'End' }],
            Conditions: [],
          },
        },
        { Identifier: 'End', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} },
      ],
    });
  });

  it('branches on intents', () => {
    const flow = defineFlow({
      name: 'Test',
      type: 'CONTACT_FLOW',
      start: 'Bot',
      blocks: {
        Bot: talkToBot(
          { text: 'Hello', aliasArn: 'arn' },
          { intents: { OptOut: 'Sorry' }, otherwise: 'End', failed: 'End' },
        ),
        Sorry: say('Sorry', { next: 'End', failed: 'End' }),
        End: disconnect(),
      },
    });
    expect(emitFlow(flow).Actions[0]!.Transitions.Conditions).toEqual([
      { NextAction: 'Sorry', Condition: { Operator: 'Equals', Operands: ['OptOut'] } },
    ]);
  });

  it('does not compile with a transition to nowhere', () => {
    defineFlow({
      name: 'Test',
      type: 'CONTACT_FLOW',
      start: 'Hello',
      blocks: {
        // @ts-expect-error there is no block of this name
        Hello: say('Hello', { next: 'Nowhere', failed: 'End' }),
        End: disconnect(),
      },
    });
  });

  it('names a transition to nowhere', () => {
    expect(problemsOf({ Hello: say('Hi', { next: 'Nowhere', failed: 'End' }), End: disconnect() })).toEqual([
      '"Hello" leads to "Nowhere", which is no action',
    ]);
  });

  it('names a block that is never reached', () => {
    expect(problemsOf({ ...good.blocks, Left: disconnect() })).toEqual([
      '"Left" cannot be reached from the start',
    ]);
  });

  it('names a start that is no block', () => {
    expect(problemsOf(good.blocks, 'Begin')).toContain('StartAction "Begin" is no action');
  });

  it('names an identifier that the service refuses', () => {
    expect(problemsOf({ Hello: say('Hi', { next: 'a/b', failed: 'a/b' }), 'a/b': disconnect() })).toEqual([
      '"a/b" must not contain % : ( \\ / ) = $ , ; [ ] { }',
    ]);
    const long = 'x'.repeat(51);
    expect(problemsOf({ Hello: say('Hi', { next: long, failed: long }), [long]: disconnect() })).toEqual([
      `"${long}" must have 1 to 50 characters`,
    ]);
  });

  it('names a type that it does not know', () => {
    expect(problemsOf({ Hello: { type: 'PlayPrompt', parameters: {} } })).toEqual([
      expect.stringMatching(/^"Hello" has type PlayPrompt; supported: .*MessageParticipant/),
    ]);
  });

  it('names missing and unknown error branches', () => {
    const bot = { type: 'ConnectParticipantWithLexBot', parameters: {}, next: 'End' };
    expect(problemsOf({ Hello: bot, End: disconnect() })).toEqual([
      '"Hello" needs the error branch NoMatchingError',
      '"Hello" needs the error branch NoMatchingCondition',
    ]);
    const record = { type: 'UpdateContactRecordingBehavior', parameters: {}, next: 'End' };
    expect(
      problemsOf({ Hello: { ...record, errors: { NoMatchingError: 'End' } }, End: disconnect() }),
    ).toEqual(['"Hello" has no error branch NoMatchingError']);
    expect(problemsOf({ Hello: { ...disconnect(), next: 'Hello' } })).toEqual([
      '"Hello" ends the contact and must have no transitions',
    ]);
    expect(problemsOf({ Hello: { type: 'MessageParticipant', parameters: {} } })).toEqual([
      '"Hello" must lead to a next action',
    ]);
  });
});

describe('validateFlow', () => {
  it('names another version, a double name and too many actions', () => {
    const document = emitFlow(good);
    const end = document.Actions[1]!;
    const wrong: FlowDocument = {
      ...document,
      Version: '1',
      Actions: [...document.Actions, ...Array.from({ length: 249 }, () => end)],
    };
    const problems = validateFlow(wrong);
    expect(problems).toContain('Version is 1, must be 2019-10-30');
    expect(problems).toContain('has 251 actions, at most 250');
    expect(problems).toContain('"End" names two actions');
  });
});
