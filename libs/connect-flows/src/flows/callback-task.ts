import { attribute, compare, disconnect, enqueue, setQueue } from '../blocks/index.ts';
import { actions } from '../builder/actions.ts';
import { equals } from '../builder/conditions.ts';
import { defineFlow } from '../builder/flow.ts';

/** AtlasEngineCallbackTask: brings a task to call somebody back to the queue of its department, before other work. */
export const callbackTask = defineFlow({
  name: 'AtlasEngineCallbackTask',
  type: 'CONTACT_FLOW',
  description: 'Routes callback tasks to the queue of their department.',
  start: 'See the department',
  blocks: {
    'See the department': compare(attribute('department'), {
      cases: [
        equals('account', 'Choose the account queue'),
        equals('lending', 'Choose the lending queue'),
        equals('onboarding', 'Choose the onboarding queue'),
      ],
      otherwise: 'Choose the outreach queue',
    }),
    'Choose the account queue': setQueue('AccountQueue', { next: 'Put first', failed: 'Give up' }),
    'Choose the lending queue': setQueue('LendingQueue', { next: 'Put first', failed: 'Give up' }),
    'Choose the onboarding queue': setQueue('OnboardingQueue', { next: 'Put first', failed: 'Give up' }),
    'Choose the outreach queue': setQueue('AtlasEngineOutreach', { next: 'Put first', failed: 'Give up' }),
    // 1 is the highest priority, 5 the one that contacts have without this.
    'Put first': actions.updateContactRoutingBehavior({ QueuePriority: '1' }, { next: 'Wait for a person' }),
    'Wait for a person': enqueue({ full: 'Give up', failed: 'Give up' }),
    'Give up': disconnect(),
  },
});
