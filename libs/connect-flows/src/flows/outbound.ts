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
  setFlowAttributes,
  setLanguage,
  setQueue,
  setRecording,
  setVoice,
  talkToBot,
} from '../blocks/index.ts';
import { equals } from '../builder/conditions.ts';
import { defineFlow } from '../builder/flow.ts';
import { englishOutbound, type OutboundTexts, spanishOutbound, spoken } from './outbound-texts.ts';
import { prepareForPerson } from './with-person.ts';

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

const takeTexts = (texts: OutboundTexts) =>
  setFlowAttributes({ ...texts }, { next: 'See who answered', failed: 'Apologise in English' });

/** AtlasEngineOutbound: the call of one scenario. It runs once the call is answered, by a person or a machine. */
export const outbound = defineFlow({
  name: 'AtlasEngineOutbound',
  type: 'CONTACT_FLOW',
  description:
    'Calls a lead: notice, recording, the conversation of the scenario, and a person who takes over.',
  answeringMachineDetection: true,
  start: 'See the language',
  blocks: {
    // First of all: what is said to a machine is said in the language of the call too.
    'See the language': compare(attribute('locale'), {
      cases: [
        equals('en-US', 'Speak American'),
        equals('en-GB', 'Speak British'),
        equals('es-US', 'Speak Spanish'),
      ],
      otherwise: 'Speak American',
    }),
    'Speak American': setLanguage('en-US', {
      next: 'Take the English texts',
      failed: 'Take the English texts',
    }),
    'Speak British': setLanguage('en-GB', { next: 'Speak as Amy', failed: 'Speak as Amy' }),
    'Speak as Amy': setVoice('Amy', 'Neural', {
      next: 'Take the English texts',
      failed: 'Take the English texts',
    }),
    'Speak Spanish': setLanguage('es-US', { next: 'Speak as Lupe', failed: 'Speak as Lupe' }),
    'Speak as Lupe': setVoice('Lupe', 'Neural', {
      next: 'Take the Spanish texts',
      failed: 'Take the Spanish texts',
    }),
    'Take the English texts': takeTexts(englishOutbound),
    'Take the Spanish texts': takeTexts(spanishOutbound),
    'See who answered': checkCallProgress({
      person: 'Say that it is recorded',
      voicemailAfterBeep: 'Leave a message',
      voicemailWithoutBeep: 'Leave a message',
      unknown: 'Say that it is recorded',
    }),
    'Leave a message': say(attribute('voicemailMessage'), { next: 'Disconnect', failed: 'Disconnect' }),
    'Say that it is recorded': say(spoken('notice'), { next: 'Record the call', failed: 'Apologise' }),
    'Record the call': setRecording(
      { participants: ['Agent', 'Customer'], automatedInteraction: true },
      'Greet',
    ),
    Greet: say(attribute('greeting'), { next: 'Converse', failed: 'Apologise' }),
    Converse: converse(attribute('question1')),
    // One turn that fails on our side must not end what the customer has to say.
    'Try again': loop(3, { again: 'Ask again', done: 'Apologise' }),
    'Ask again': converse(spoken('again')),
    'Say goodbye': say(attribute('closing'), { next: 'Disconnect', failed: 'Disconnect' }),
    'Remember the opt-out': setAttributes(
      { optedOut: 'true' },
      { next: 'Confirm the opt-out', failed: 'Confirm the opt-out' },
    ),
    'Confirm the opt-out': say(spoken('optedOut'), {
      next: 'Disconnect',
      failed: 'Disconnect',
    }),
    'Announce a person': say(spoken('person'), {
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
    'Promise a callback': say(spoken('callback'), {
      next: 'Disconnect',
      failed: 'Disconnect',
    }),
    Apologise: say(spoken('apology'), { next: 'Disconnect', failed: 'Disconnect' }),
    'Apologise in English': say(englishOutbound.apology, { next: 'Disconnect', failed: 'Disconnect' }),
    Disconnect: disconnect(),
  },
});
