import { endModule, setQueue } from '../blocks/index.ts';
import { defineFlow } from '../builder/flow.ts';
import { offerCallback } from './callback-blocks.ts';

/** AtlasEngineOfferCallback: the module that arranges a callback into the general queue. */
export const offerCallbackModule = defineFlow({
  name: 'AtlasEngineOfferCallback',
  type: 'MODULE',
  description: 'Offers a callback and puts it into the general queue.',
  start: 'Choose the queue',
  blocks: {
    'Choose the queue': setQueue('GeneralAgentQueue', { next: 'Offer the callback', failed: 'Go back' }),
    ...offerCallback({ accepted: 'Go back', declined: 'Go back' }),
    'Go back': endModule(),
  },
});
