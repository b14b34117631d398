import {
  compare,
  disconnect,
  enqueue,
  heardSlot,
  loop,
  say,
  setAttributes,
  setLanguage,
  setQueue,
  setVoice,
  talkToBot,
} from '../blocks/index.ts';
import { equals } from '../builder/conditions.ts';
import { defineFlow } from '../builder/flow.ts';
import { prepareForPerson } from './with-person.ts';

/** AtlasEnginePrimary: GatewayBot finds out what is wanted, BankingBot or SalesBot answers, and people take over. */
export const primary = defineFlow({
  name: 'AtlasEnginePrimary',
  type: 'CONTACT_FLOW',
  description: 'Leads from the gateway bot to the banking bot, the sales bot or a person.',
  start: 'Set the language',
  blocks: {
    'Set the language': setLanguage('en-GB', { next: 'Set the voice', failed: 'Set the voice' }),
    'Set the voice': setVoice('Ruth', 'Neural', {
      next: 'Ask what it is about',
      failed: 'Ask what it is about',
    }),
    'Ask what it is about': talkToBot(
      { bot: 'GatewayBot', text: 'How can I help you today?' },
      {
        intents: { ChatIntent: 'See the topic', TransferToAgent: 'Choose the general queue' },
        otherwise: 'Count the attempts',
        failed: 'Choose the general queue',
      },
    ),
    'See the topic': compare(heardSlot('GatewayBot', 'Topic'), {
      cases: [equals('banking', 'Talk about banking'), equals('sales', 'Talk about products')],
      otherwise: 'Count the attempts',
    }),
    'Count the attempts': loop(3, { again: 'Ask what it is about', done: 'Choose the general queue' }),
    'Talk about banking': talkToBot(
      { bot: 'BankingBot', text: 'What would you like to do with your account?' },
      {
        intents: { TransferToAgent: 'Remember the account' },
        otherwise: 'Count the requests',
        failed: 'Remember the account',
      },
    ),
    'Talk about products': talkToBot(
      { bot: 'SalesBot', text: 'Which product would you like to hear about?' },
      {
        intents: { TransferToAgent: 'Remember the onboarding' },
        otherwise: 'Count the requests',
        failed: 'Remember the onboarding',
      },
    ),
    'Count the requests': loop(5, { again: 'Ask what it is about', done: 'Say goodbye' }),
    'Remember the account': setAttributes(
      { department: 'account' },
      { next: 'Choose the account queue', failed: 'Choose the account queue' },
    ),
    'Remember the onboarding': setAttributes(
      { department: 'onboarding' },
      { next: 'Choose the onboarding queue', failed: 'Choose the onboarding queue' },
    ),
    'Choose the account queue': setQueue('AccountQueue', {
      next: 'Set the waiting flow',
      failed: 'Apologise',
    }),
    'Choose the onboarding queue': setQueue('OnboardingQueue', {
      next: 'Set the waiting flow',
      failed: 'Apologise',
    }),
    'Choose the general queue': setQueue('GeneralAgentQueue', {
      next: 'Set the waiting flow',
      failed: 'Apologise',
    }),
    ...prepareForPerson('Announce a person'),
    'Announce a person': say('One moment please, I am connecting you with a colleague.', {
      next: 'Wait for a person',
      failed: 'Wait for a person',
    }),
    'Wait for a person': enqueue({ full: 'Say that all are busy', failed: 'Apologise' }),
    'Say that all are busy': say('I am sorry, all of our colleagues are busy. Please try again later.', {
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
