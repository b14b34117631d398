import { endFlow, say } from '../blocks/index.ts';
import { defineFlow } from '../builder/flow.ts';

/** AtlasEngineAgentWhisper: what a person hears before the customer is joined. */
export const agentWhisper = defineFlow({
  name: 'AtlasEngineAgentWhisper',
  type: 'AGENT_WHISPER',
  description: 'Tells the person which queue the contact comes from.',
  start: 'Say the queue',
  blocks: {
    'Say the queue': say('A contact from $.Queue.Name.', { next: 'Join', failed: 'Join' }),
    Join: endFlow(),
  },
});

/** AtlasEngineCustomerWhisper: what a customer hears before the person is joined. */
export const customerWhisper = defineFlow({
  name: 'AtlasEngineCustomerWhisper',
  type: 'CUSTOMER_WHISPER',
  description: 'Tells the customer that a person takes over.',
  start: 'Say who comes',
  blocks: {
    'Say who comes': say('You are now connected with a colleague.', { next: 'Join', failed: 'Join' }),
    Join: endFlow(),
  },
});
