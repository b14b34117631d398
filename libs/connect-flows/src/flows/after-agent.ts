import { compare, disconnect, say } from '../blocks/index.ts';
import { equals } from '../builder/conditions.ts';
import { defineFlow } from '../builder/flow.ts';

/** AtlasEngineDisconnect: what a customer hears who is still there when the person has left. */
export const afterAgent = defineFlow({
  name: 'AtlasEngineDisconnect',
  type: 'CONTACT_FLOW',
  description: 'Says goodbye to a customer whom the person has left.',
  start: 'See the channel',
  blocks: {
    'See the channel': compare('$.Channel', {
      cases: [equals('VOICE', 'Say goodbye'), equals('CHAT', 'Close the chat')],
      otherwise: 'Disconnect',
    }),
    'Say goodbye': say('Thank you for your time. Goodbye.', { next: 'Disconnect', failed: 'Disconnect' }),
    'Close the chat': say('The chat is closed. Write again whenever you need us.', {
      next: 'Disconnect',
      failed: 'Disconnect',
    }),
    Disconnect: disconnect(),
  },
});
