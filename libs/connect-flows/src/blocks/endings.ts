import { actions } from '../builder/actions.ts';

/** Ends the contact. */
export const disconnect = () => actions.disconnectParticipant();

/** Ends the flow and leaves the contact where it is: waiting in its queue, or about to be joined. */
export const endFlow = () => actions.endFlowExecution();

/** Goes back to the flow that has invoked the module. */
export const endModule = () => actions.endFlowModuleExecution();
