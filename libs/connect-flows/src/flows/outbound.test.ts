import { emitFlow } from '../builder/emit-flow.ts';
import { edgesOf } from '../graph/edges.ts';
import { outbound } from './outbound.ts';
import { englishOutbound, spanishOutbound } from './outbound-texts.ts';

const { Actions, StartAction } = emitFlow(outbound);
const action = (identifier: string) => Actions.find(({ Identifier }) => Identifier === identifier)!;
const after = (identifier: string, branch: string) =>
  edgesOf(action(identifier)).find((edge) => edge.branch === branch)?.to;

describe('AtlasEngineOutbound', () => {
  it('leaves a message on a machine, and speaks with whoever else answered', () => {
    expect(after('See who answered', 'Equals VoicemailBeep')).toBe('Leave a message');
    expect(action('Leave a message').Parameters).toEqual({ Text: '$.Attributes.voicemailMessage' });
    for (const branch of ['Equals CallAnswered', 'Equals NotDetected', 'NoMatchingError'])
      expect(after('See who answered', branch)).toBe('Say that it is recorded');
  });

  it('says that it records, records, greets and hands over to the bot', () => {
    expect(action('Say that it is recorded').Parameters).toEqual({ Text: '$.FlowAttributes.notice' });
    expect(after('Say that it is recorded', 'next')).toBe('Record the call');
    expect(action('Record the call').Parameters).toEqual({
      RecordingBehavior: { RecordedParticipants: ['Agent', 'Customer'], IVRRecordingBehavior: 'Enabled' },
    });
    expect(after('Record the call', 'next')).toBe('Greet');
    expect(after('Greet', 'next')).toBe('Converse');
    expect(action('Converse').Parameters).toMatchObject({ Text: '$.Attributes.question1' });
  });

  it('speaks the language of the call, to a machine too', () => {
    expect(StartAction).toBe('See the language');
    const spokenBy = (branch: string): readonly unknown[] => {
      const parameters: unknown[] = [];
      for (
        let block = after(StartAction, branch);
        block !== 'See who answered';
        block = after(block!, 'next')
      )
        parameters.push(action(block!).Parameters);
      return parameters;
    };
    const texts = (said: object) => ({
      FlowAttributes: Object.fromEntries(Object.entries(said).map(([key, Value]) => [key, { Value }])),
    });
    expect(spokenBy('NoMatchingCondition')).toEqual(spokenBy('Equals en-US'));
    expect(spokenBy('Equals en-GB')).toMatchObject([
      { LanguageCode: 'en-GB' },
      { TextToSpeechVoice: 'Amy' },
      texts(englishOutbound),
    ]);
    expect(spokenBy('Equals es-US')).toMatchObject([
      { LanguageCode: 'es-US' },
      { TextToSpeechVoice: 'Lupe' },
      texts(spanishOutbound),
    ]);
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
