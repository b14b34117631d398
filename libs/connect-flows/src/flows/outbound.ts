import {
  attribute,
  checkCallProgress,
  createTask,
  disconnect,
  enqueue,
  say,
  setAttributes,
  setQueue,
  setRecording,
  talkToBot,
} from '../blocks/index.ts';
import { defineFlow } from '../builder/flow.ts';
import { prepareForPerson } from './with-person.ts';

/** Said before anything is recorded: who hears it can hang up before a word of theirs is kept. */
export const recordingNotice =
  'This is an automated call. It is recorded so that we can follow up correctly.';

/** AtlasEngineOutbound: the call of one scenario. It runs once the call is answered, by a person or a machine. */
export const outbound = defineFlow({
  name: 'AtlasEngineOutbound',
  type: 'CONTACT_FLOW',
  description:
    'Calls a lead: notice, recording, the conversation of the scenario, and a person who takes over.',
  answeringMachineDetection: true,
  start: 'See who answered',
  blocks: {
    'See who answered': checkCallProgress({
      person: 'Say that it is recorded',
      voicemailAfterBeep: 'Leave a message',
      voicemailWithoutBeep: 'Leave a message',
      unknown: 'Say that it is recorded',
    }),
    'Leave a message': say(attribute('voicemailMessage'), { next: 'Disconnect', failed: 'Disconnect' }),
    'Say that it is recorded': say(recordingNotice, { next: 'Record the call', failed: 'Apologise' }),
    'Record the call': setRecording(
      { participants: ['Agent', 'Customer'], automatedInteraction: true },
      'Greet',
    ),
    Greet: say(attribute('greeting'), { next: 'Converse', failed: 'Apologise' }),
    Converse: talkToBot(
      {
        bot: 'AtlasEngineBot',
        text: attribute('question1'),
        sessionAttributes: {
          callId: attribute('callId'),
          requestId: attribute('requestId'),
          sequence: attribute('sequence'),
          locale: attribute('locale'),
        },
      },
      {
        intents: { OptOut: 'Remember the opt-out', SpeakToAgent: 'Choose the queue' },
        otherwise: 'Say goodbye',
        failed: 'Apologise',
      },
    ),
    'Say goodbye': say(attribute('closing'), { next: 'Disconnect', failed: 'Disconnect' }),
    'Remember the opt-out': setAttributes(
      { optedOut: 'true' },
      { next: 'Confirm the opt-out', failed: 'Confirm the opt-out' },
    ),
    'Confirm the opt-out': say('You will not be called again. Goodbye.', {
      next: 'Disconnect',
      failed: 'Disconnect',
    }),
    'Choose the queue': setQueue('AtlasEngineOutreach', {
      next: 'Set the waiting flow',
      failed: 'Arrange a callback',
    }),
    ...prepareForPerson('Announce a person'),
    'Announce a person': say('One moment please, I am connecting you with a colleague.', {
      next: 'Wait for a person',
      failed: 'Wait for a person',
    }),
    'Wait for a person': enqueue({ full: 'Arrange a callback', failed: 'Arrange a callback' }),
    'Arrange a callback': createTask(
      {
        flow: 'AtlasEngineCallbackTask',
        name: 'Call back a lead who asked for a person',
        attributes: { requestId: attribute('requestId'), callId: attribute('callId') },
      },
      { next: 'Promise a callback', failed: 'Apologise' },
    ),
    'Promise a callback': say('All of my colleagues are busy. One of them will call you back. Goodbye.', {
      next: 'Disconnect',
      failed: 'Disconnect',
    }),
    Apologise: say('I am sorry, something went wrong on our side. We will be in touch. Goodbye.', {
      next: 'Disconnect',
      failed: 'Disconnect',
    }),
    Disconnect: disconnect(),
  },
});
