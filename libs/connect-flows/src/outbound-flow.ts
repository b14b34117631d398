import { disconnect, say, setRecording, talkToBot } from './blocks.ts';
import { defineFlow } from './flow.ts';

/** What the outbound flow refers to. */
export interface OutboundFlowOptions {
  /** The flow's name in the instance. */
  readonly name: string;
  /** ARN of the live alias of AtlasEngineBot. */
  readonly botAliasArn: string;
}

/** Said before anything is asked, on every call: who hears it can hang up before a word of theirs is kept. */
export const recordingNotice =
  'This is an automated call. It is recorded so that we can follow up correctly.';

/**
 * AtlasEngineOutbound: the call of one scenario. It runs once the call is answered, by a person or a machine.
 *
 * It speaks the contact attributes that `contactAttributesOf` in the domain writes; one that is absent is silence.
 */
export const outboundFlow = ({ name, botAliasArn }: OutboundFlowOptions) =>
  defineFlow({
    name,
    type: 'CONTACT_FLOW',
    start: 'Record the call',
    blocks: {
      'Record the call': setRecording(
        { participants: ['Agent', 'Customer'], automatedInteraction: true },
        'Say that it is recorded',
      ),
      'Say that it is recorded': say(recordingNotice, { next: 'Greet', failed: 'Disconnect' }),
      Greet: say('$.Attributes.greeting', { next: 'Converse', failed: 'Disconnect' }),
      Converse: talkToBot(
        {
          text: '$.Attributes.question1',
          aliasArn: botAliasArn,
          sessionAttributes: {
            callId: '$.Attributes.callId',
            requestId: '$.Attributes.requestId',
            sequence: '$.Attributes.sequence',
            locale: '$.Attributes.locale',
          },
        },
        { otherwise: 'Say goodbye', failed: 'Disconnect' },
      ),
      'Say goodbye': say('$.Attributes.closing', { next: 'Disconnect', failed: 'Disconnect' }),
      Disconnect: disconnect(),
    },
  });
