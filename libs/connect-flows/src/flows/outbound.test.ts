import { emitFlow } from '../builder/emit-flow.ts';
import { edgesOf } from '../graph/edges.ts';
import { outbound, recordingNotice } from './outbound.ts';

const { Actions, StartAction } = emitFlow(outbound);
const action = (identifier: string) => Actions.find(({ Identifier }) => Identifier === identifier)!;
const after = (identifier: string, branch: string) =>
  edgesOf(action(identifier)).find((edge) => edge.branch === branch)?.to;

describe('AtlasEngineOutbound', () => {
  it('leaves a message on a machine, and speaks with whoever else answered', () => {
    expect(action(StartAction).Type).toBe('CheckOutboundCallStatus');
    expect(after(StartAction, 'Equals VoicemailBeep')).toBe('Leave a message');
    expect(action('Leave a message').Parameters).toEqual({ Text: '$.Attributes.voicemailMessage' });
    for (const branch of ['Equals CallAnswered', 'Equals NotDetected', 'NoMatchingError'])
      expect(after(StartAction, branch)).toBe('Say that it is recorded');
  });

  it('says that it records, records, greets and hands over to the bot', () => {
    expect(action('Say that it is recorded').Parameters).toEqual({ Text: recordingNotice });
    expect(after('Say that it is recorded', 'next')).toBe('Record the call');
    expect(action('Record the call').Parameters).toEqual({
      RecordingBehavior: { RecordedParticipants: ['Agent', 'Customer'], IVRRecordingBehavior: 'Enabled' },
    });
    expect(after('Record the call', 'next')).toBe('See the language');
    expect(after('Greet', 'next')).toBe('Converse');
    expect(action('Converse').Parameters).toMatchObject({ Text: '$.Attributes.question1' });
  });

  it('speaks the language of the call, and has a person speak the one that the bot does not know', () => {
    expect(action('Speak British').Parameters).toMatchObject({ LanguageCode: 'en-GB' });
    expect(after('See the language', 'Equals en-GB')).toBe('Speak British');
    expect(after('See the language', 'NoMatchingCondition')).toBe('Speak American');
    expect(after('Greet in Spanish', 'next')).toBe('Announce in Spanish');
    expect(after('Announce in Spanish', 'next')).toBe('Choose the queue');
  });

  it('goes on by what the bot found out', () => {
    expect(after('Converse', 'Equals OptOut')).toBe('Remember the opt-out');
    expect(after('Converse', 'Equals SpeakToAgent')).toBe('Announce a person');
    expect(after('Converse', 'InputTimeLimitExceeded')).toBe('Leave a message');
    expect(after('Converse', 'NoMatchingCondition')).toBe('Say goodbye');
    expect(after('Converse', 'NoMatchingError')).toBe('Try again');
    expect(after('Try again', 'Equals ContinueLooping')).toBe('Ask again');
    expect(after('Try again', 'Equals DoneLooping')).toBe('Apologise');
  });

  it('says something before it hangs up on an error in the conversation', () => {
    for (const identifier of ['Say that it is recorded', 'Greet', 'Arrange a callback'])
      expect(after(identifier, 'NoMatchingError')).toBe('Apologise');
  });
});
