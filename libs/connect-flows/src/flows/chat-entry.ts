import {
  attribute,
  checkHours,
  compare,
  createTask,
  disconnect,
  enqueue,
  loop,
  say,
  setLogging,
  setQueue,
  talkToBot,
} from '../blocks/index.ts';
import { equals } from '../builder/conditions.ts';
import { defineFlow } from '../builder/flow.ts';
import { prepareForPerson } from './with-person.ts';

const chatSeconds = 600;

/** AtlasEngineChatEntry: where chats begin. AtlasEngineBot takes requests for calls; a person takes over on request. */
export const chatEntry = defineFlow({
  name: 'AtlasEngineChatEntry',
  type: 'CONTACT_FLOW',
  description: 'Takes chats: AtlasEngineBot answers, and a person takes over on request.',
  start: 'Keep no log',
  blocks: {
    // A log of the flow would hold what the customer writes.
    'Keep no log': setLogging('Disabled', 'See who sends the customer'),
    // Who comes from the bot on a page has asked for a person there.
    'See who sends the customer': compare(attribute('handOff'), {
      cases: [equals('agent', 'Check the hours')],
      otherwise: 'Converse',
    }),
    Converse: talkToBot(
      { bot: 'AtlasEngineBot', text: 'Hello. How can I help you?', chatSeconds },
      {
        intents: { OptOut: 'Say goodbye', SpeakToAgent: 'Check the hours' },
        otherwise: 'Count the requests',
        failed: 'Check the hours',
        timedOut: 'Say goodbye',
      },
    ),
    'Count the requests': loop(10, { again: 'Ask for more', done: 'Say goodbye' }),
    'Ask for more': talkToBot(
      { bot: 'AtlasEngineBot', text: 'Is there anything else that I can do for you?', chatSeconds },
      {
        intents: { OptOut: 'Say goodbye', SpeakToAgent: 'Check the hours' },
        otherwise: 'Count the requests',
        failed: 'Check the hours',
        timedOut: 'Say goodbye',
      },
    ),
    'Check the hours': checkHours('AtlasEngineBusinessHours', {
      open: 'Choose the queue',
      closed: 'Arrange a callback',
      failed: 'Choose the queue',
    }),
    'Choose the queue': setQueue('GeneralAgentQueue', {
      next: 'Set the waiting flow',
      failed: 'Arrange a callback',
    }),
    ...prepareForPerson('Wait for a person'),
    'Wait for a person': enqueue({ full: 'Arrange a callback', failed: 'Arrange a callback' }),
    'Arrange a callback': createTask(
      { flow: 'AtlasEngineCallbackTask', name: 'Answer a customer who wrote in the chat' },
      { next: 'Promise an answer', failed: 'Apologise' },
    ),
    'Promise an answer': say('Nobody is free at the moment. A colleague will get back to you.', {
      next: 'Disconnect',
      failed: 'Disconnect',
    }),
    Apologise: say('I am sorry, something went wrong on our side. Please try again later.', {
      next: 'Disconnect',
      failed: 'Disconnect',
    }),
    'Say goodbye': say('Thank you. Goodbye.', { next: 'Disconnect', failed: 'Disconnect' }),
    Disconnect: disconnect(),
  },
});
