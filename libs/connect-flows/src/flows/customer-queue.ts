import { compare, disconnect, endFlow, say, sayWhileWaiting } from '../blocks/index.ts';
import { equals } from '../builder/conditions.ts';
import { defineFlow } from '../builder/flow.ts';
import { offerCallback } from './callback-blocks.ts';

/** AtlasEngineCustomerQueue: what a customer hears who waits for a person. Chats and tasks wait in silence. */
export const customerQueue = defineFlow({
  name: 'AtlasEngineCustomerQueue',
  type: 'CUSTOMER_QUEUE',
  description: 'Keeps a waiting customer informed and offers a callback every minute.',
  start: 'See the channel',
  blocks: {
    'See the channel': compare('$.Channel', {
      cases: [equals('VOICE', 'Let wait'), equals('CHAT', 'Ask for patience')],
      otherwise: 'Wait in silence',
    }),
    'Ask for patience': say('Somebody will be with you in a moment.', {
      next: 'Wait in silence',
      failed: 'Wait in silence',
    }),
    'Let wait': sayWhileWaiting(
      {
        texts: [
          'Thank you for waiting. You keep your place in the queue.',
          'We will be with you as soon as a colleague is free.',
        ],
        everySeconds: 60,
      },
      { interrupted: 'Offer the callback', failed: 'Wait in silence' },
    ),
    ...offerCallback({ accepted: 'Disconnect', declined: 'Let wait' }),
    'Wait in silence': endFlow(),
    Disconnect: disconnect(),
  },
});
