import { disconnect, enqueue, say } from '../blocks/index.ts';
import { defineFlow } from '../builder/flow.ts';
import { prepareForPerson } from './with-person.ts';

/** AtlasEngineQueueTransfer: what the quick connects of the queues run; Amazon Connect has set the queue. */
export const queueTransfer = defineFlow({
  name: 'AtlasEngineQueueTransfer',
  type: 'QUEUE_TRANSFER',
  description: 'Hands a contact from one person to another queue.',
  start: 'Set the waiting flow',
  blocks: {
    ...prepareForPerson('Transfer'),
    Transfer: enqueue({ full: 'Say that the queue is full', failed: 'Say that it did not work' }),
    'Say that the queue is full': say('The queue is full.', { next: 'Disconnect', failed: 'Disconnect' }),
    'Say that it did not work': say('The transfer did not work.', {
      next: 'Disconnect',
      failed: 'Disconnect',
    }),
    Disconnect: disconnect(),
  },
});
