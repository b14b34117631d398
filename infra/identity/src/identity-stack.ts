import { type AtlasApp, AtlasStack, publish } from '@atlas-engine/constructs';
import { addAgentPool } from './agent-pool.ts';
import { addConsoleClient } from './console-client.ts';
import { addGuests } from './guests.ts';

/** Who may use the pages: agents, who sign in to the console, and guests of the chat, who need not. */
export class IdentityStack extends AtlasStack {
  constructor(app: AtlasApp) {
    super(app, 'identity', 'Sign-in of agents, and what guests of the chat may do.');
    const { parameters } = this.names.identity;
    const agents = addAgentPool(this);
    const client = addConsoleClient(this, agents);
    const guests = addGuests(this);
    publish(this, {
      [parameters.userPoolId]: agents.ref,
      [parameters.clientId]: client.ref,
      [parameters.identityPoolId]: guests.ref,
    });
  }
}
