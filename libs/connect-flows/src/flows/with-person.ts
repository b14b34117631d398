import { setEventFlow } from '../blocks/index.ts';

/**
 * Blocks that prepare a contact for a person: what it hears while it waits, what both hear before they are joined, and
 * what happens when the person hangs up. The contact can do without each of them.
 */
export const prepareForPerson = <const T extends string>(next: T) => ({
  'Set the waiting flow': setEventFlow('CustomerQueue', 'AtlasEngineCustomerQueue', {
    next: 'Set the agent whisper',
    failed: 'Set the agent whisper',
  }),
  'Set the agent whisper': setEventFlow('AgentWhisper', 'AtlasEngineAgentWhisper', {
    next: 'Set the customer whisper',
    failed: 'Set the customer whisper',
  }),
  'Set the customer whisper': setEventFlow('CustomerWhisper', 'AtlasEngineCustomerWhisper', {
    next: 'Set the disconnect flow',
    failed: 'Set the disconnect flow',
  }),
  'Set the disconnect flow': setEventFlow('CustomerRemaining', 'AtlasEngineDisconnect', {
    next,
    failed: next,
  }),
});
