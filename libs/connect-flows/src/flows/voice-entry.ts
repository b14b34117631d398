import {
  checkHours,
  disconnect,
  goToFlow,
  loop,
  menu,
  runModule,
  say,
  setLogging,
  setQueue,
  setRecording,
  enqueue,
} from '../blocks/index.ts';
import { defineFlow } from '../builder/flow.ts';
import { prepareForPerson } from './with-person.ts';

/** AtlasEngineVoiceEntry: where calls to our numbers begin. */
export const voiceEntry = defineFlow({
  name: 'AtlasEngineVoiceEntry',
  type: 'CONTACT_FLOW',
  description: 'Takes incoming calls: hours, notice, recording, and the choice between assistant and person.',
  start: 'Keep no log',
  blocks: {
    // A log of the flow would hold what is said to the person.
    'Keep no log': setLogging('Disabled', 'Check the hours'),
    'Check the hours': checkHours('AtlasEngineBusinessHours', {
      open: 'Say that it is recorded',
      closed: 'Say that we are closed',
      failed: 'Say that it is recorded',
    }),
    'Say that we are closed': say('Thank you for calling. We are closed at the moment.', {
      next: 'Offer a callback',
      failed: 'Offer a callback',
    }),
    'Offer a callback': runModule('AtlasEngineOfferCallback', { next: 'Say goodbye', failed: 'Say goodbye' }),
    'Say that it is recorded': say(
      'Thank you for calling. This call is recorded so that we can follow up correctly.',
      { next: 'Record the call', failed: 'Record the call' },
    ),
    'Record the call': setRecording(
      { participants: ['Agent', 'Customer'], automatedInteraction: true },
      'Ask what is wanted',
    ),
    'Ask what is wanted': menu(
      {
        text: 'To speak with our assistant, press 1. To speak with a person, press 2.',
        seconds: 8,
      },
      {
        keys: { '1': 'Go to the assistant', '2': 'Choose the queue' },
        otherwise: 'Count the attempts',
        timedOut: 'Count the attempts',
        failed: 'Choose the queue',
      },
    ),
    'Count the attempts': loop(2, { again: 'Ask what is wanted', done: 'Choose the queue' }),
    'Go to the assistant': goToFlow('AtlasEnginePrimary', { failed: 'Choose the queue' }),
    'Choose the queue': setQueue('GeneralAgentQueue', { next: 'Set the waiting flow', failed: 'Apologise' }),
    ...prepareForPerson('Wait for a person'),
    'Wait for a person': enqueue({ full: 'Say that all are busy', failed: 'Apologise' }),
    'Say that all are busy': say('I am sorry, all of our colleagues are busy.', {
      next: 'Offer a callback',
      failed: 'Offer a callback',
    }),
    Apologise: say('I am sorry, something went wrong on our side. Please call again later.', {
      next: 'Say goodbye',
      failed: 'Disconnect',
    }),
    'Say goodbye': say('Goodbye.', { next: 'Disconnect', failed: 'Disconnect' }),
    Disconnect: disconnect(),
  },
});
