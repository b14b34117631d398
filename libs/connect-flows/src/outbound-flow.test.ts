import { contactAttributesOf } from '@atlas-engine/domain';
import { emitFlow } from './flow.ts';
import { outboundFlow, recordingNotice } from './outbound-flow.ts';

const botAliasArn = 'arn:aws:lex:us-east-1:000000000000:bot-alias/BOT/ALIAS';
const document = emitFlow(outboundFlow({ name: 'AtlasEngineOutbound-local', botAliasArn }));
const action = (identifier: string) => document.Actions.find(({ Identifier }) => Identifier === identifier)!;

describe('AtlasEngineOutbound', () => {
  it('records, and says so before anything else', () => {
    expect(action(document.StartAction)).toEqual({
      Identifier: 'Record the call',
      Type: 'UpdateContactRecordingBehavior',
      Parameters: {
        RecordingBehavior: { RecordedParticipants: ['Agent', 'Customer'], IVRRecordingBehavior: 'Enabled' },
      },
      Transitions: { NextAction: 'Say that it is recorded', Errors: [], Conditions: [] },
    });
    expect(action('Say that it is recorded').Parameters).toEqual({ Text: recordingNotice });
  });

  it('hands the person to the bot and says goodbye', () => {
    expect(action('Converse')).toMatchObject({
      Type: 'ConnectParticipantWithLexBot',
      Parameters: { Text: '$.Attributes.question1', LexV2Bot: { AliasArn: botAliasArn } },
      Transitions: {
        NextAction: 'Say goodbye',
        Errors: [
          { ErrorType: 'NoMatchingCondition', NextAction: 'Say goodbye' },
          { ErrorType: 'NoMatchingError', NextAction: 'Disconnect' },
        ],
      },
    });
    expect(action('Disconnect').Transitions).toEqual({});
  });

  it('disconnects on every error', () => {
    const errors = document.Actions.flatMap(({ Transitions }) => Transitions.Errors ?? []);
    for (const { ErrorType, NextAction } of errors) {
      if (ErrorType === 'NoMatchingError') expect(NextAction).toBe('Disconnect');
    }
  });

  it('speaks only attributes that a contact carries', () => {
    const attributes = contactAttributesOf(
      { callId: 'c' as never, requestId: 'r' as never, sequence: 1 },
      {
        greeting: 'g',
        talkingPoints: ['t'],
        qualifyingQuestions: ['q'],
        objectionHandling: [],
        voicemailMessage: 'v',
        closing: 'c',
        locale: 'en-US',
        source: 'TEMPLATE',
        promptVersion: '1',
      },
    );
    const spoken = [...JSON.stringify(document).matchAll(/\$\.Attributes\.(\w+)/g)].map((match) => match[1]!);
    expect(spoken.length).toBeGreaterThan(5);
    expect(Object.keys(attributes)).toEqual(expect.arrayContaining(spoken));
  });

  it('is small enough for the service and holds strings only as scalars', () => {
    const scalars = (value: unknown): unknown[] =>
      typeof value === 'object' && value !== null ? Object.values(value).flatMap(scalars) : [value];
    expect(scalars(document.Actions).every((value) => typeof value === 'string')).toBe(true);
    expect(document.Actions.length).toBeLessThan(250);
  });
});
