import {
  attribute,
  checkCallProgress,
  compare,
  createTask,
  disconnect,
  enqueue,
  loop,
  say,
  setAttributes,
  setLanguage,
  setQueue,
  setRecording,
  setVoice,
  talkToBot,
} from '../blocks/index.ts';
import { equals } from '../builder/conditions.ts';
import { defineFlow } from '../builder/flow.ts';
import { prepareForPerson } from './with-person.ts';

/** Said before anything is recorded: who hears it can hang up before a word of theirs is kept. */
export const recordingNotice =
  'This is an automated call. It is recorded so that we can follow up correctly.';

const converse = (text: string) =>
  talkToBot(
    {
      bot: 'AtlasEngineBot',
      text,
      sessionAttributes: {
        callId: attribute('callId'),
        requestId: attribute('requestId'),
        sequence: attribute('sequence'),
        locale: attribute('locale'),
      },
    },
    {
      intents: { OptOut: 'Remember the opt-out', SpeakToAgent: 'Announce a person' },
      otherwise: 'Say goodbye',
      failed: 'Try again',
      // Silence is a machine more often than a person, and a person loses nothing by the message.
      timedOut: 'Leave a message',
    },
  );

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
      'See the language',
    ),
    'See the language': compare(attribute('locale'), {
      cases: [
        equals('en-US', 'Speak American'),
        equals('en-GB', 'Speak British'),
        equals('es-US', 'Speak Spanish'),
      ],
      otherwise: 'Speak American',
    }),
    'Speak American': setLanguage('en-US', { next: 'Greet', failed: 'Greet' }),
    'Speak British': setLanguage('en-GB', { next: 'Speak as Amy', failed: 'Speak as Amy' }),
    'Speak as Amy': setVoice('Amy', 'Neural', { next: 'Greet', failed: 'Greet' }),
    // The bot knows no Spanish: who is called in Spanish talks to a person.
    'Speak Spanish': setVoice('Lupe', 'Neural', { next: 'Greet in Spanish', failed: 'Greet in Spanish' }),
    'Greet in Spanish': say(attribute('greeting'), { next: 'Announce in Spanish', failed: 'Apologise' }),
    'Announce in Spanish': say('Un momento, por favor. Le paso con una persona.', {
      next: 'Choose the queue',
      failed: 'Choose the queue',
    }),
    Greet: say(attribute('greeting'), { next: 'Converse', failed: 'Apologise' }),
    Converse: converse(attribute('question1')),
    // One turn that fails on our side must not end what the customer has to say.
    'Try again': loop(3, { again: 'Ask again', done: 'Apologise' }),
    'Ask again': converse('I am sorry, I did not catch that. Could you say it again?'),
    'Say goodbye': say(attribute('closing'), { next: 'Disconnect', failed: 'Disconnect' }),
    'Remember the opt-out': setAttributes(
      { optedOut: 'true' },
      { next: 'Confirm the opt-out', failed: 'Confirm the opt-out' },
    ),
    'Confirm the opt-out': say('You will not be called again. Goodbye.', {
      next: 'Disconnect',
      failed: 'Disconnect',
    }),
    'Announce a person': say('One moment please, I am connecting you with a colleague.', {
      next: 'Choose the queue',
      failed: 'Choose the queue',
    }),
    'Choose the queue': setQueue('AtlasEngineOutreach', {
      next: 'Set the waiting flow',
      failed: 'Arrange a callback',
    }),
    ...prepareForPerson('Wait for a person'),
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
