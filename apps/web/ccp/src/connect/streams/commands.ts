import { ask } from '../ask.ts';
import { ConnectError } from '../connect-error.ts';
import type { ConnectPort, QuickConnect } from '../connect-port.ts';
import { contactById } from './contact-by-id.ts';

/** What must be known of a running streams. */
export interface Running {
  readonly agent: connect.Agent;
  /** Endpoints of the last list of quick connects, by their id. */
  readonly endpoints: Map<string, connect.Endpoint>;
}

type Commands = Omit<ConnectPort, 'subscribe' | 'openSignIn' | 'signOut' | 'chat' | 'reject'> & {
  readonly reject: (contactId: string) => Promise<void>;
};

const endpointKinds: Readonly<Record<string, QuickConnect['kind']>> = { agent: 'person', queue: 'queue' };

/** The commands of the port, as streams does them. `running` gives the agent, or throws when there is none yet. */
export function createCommands(running: (command: string) => Running): Commands {
  const onContact = (
    command: string,
    does: (contact: connect.Contact, callbacks: connect.SuccessFailOptions) => void,
  ) => {
    return (contactId: string): Promise<void> =>
      ask(command, (callbacks) => {
        does(contactById(contactId), callbacks);
      });
  };
  const onLeg = (
    command: string,
    does: (leg: connect.BaseConnection, callbacks: connect.SuccessFailOptions) => void,
  ) => {
    return (contactId: string, connectionId: string): Promise<void> =>
      ask(command, (callbacks) => {
        const leg = contactById(contactId)
          .getConnections()
          .find((each) => each.getConnectionId() === connectionId);
        if (leg === undefined) throw new ConnectError(command, 'GONE');
        does(leg, callbacks);
      });
  };
  return {
    choose: (choice, when) =>
      ask('Change of state', (callbacks) => {
        const { agent } = running('Change of state');
        const state = agent.getAgentStates().find(({ name }) => name === choice.name);
        if (state === undefined) throw new ConnectError('Change of state', 'GONE');
        agent.setState(state, callbacks, { enqueueNextState: when === 'later' });
      }),
    accept: onContact('Accept', (contact, callbacks) => contact.accept(callbacks)),
    reject: onContact('Reject', (contact, callbacks) => contact.reject(callbacks)),
    clear: onContact('Close contact', (contact, callbacks) => contact.clear(callbacks)),
    leave: onContact('Hang up', (contact, callbacks) => contact.getAgentConnection().destroy(callbacks)),
    conference: onContact('Join', (contact, callbacks) => contact.conferenceConnections(callbacks)),
    swap: onContact('Swap', (contact, callbacks) => contact.toggleActiveConnections(callbacks)),
    drop: onLeg('End the other call', (leg, callbacks) => leg.destroy(callbacks)),
    hold: onLeg('Hold', (leg, callbacks) => leg.hold(callbacks)),
    resume: onLeg('Resume', (leg, callbacks) => leg.resume(callbacks)),
    sendDigits: (contactId, digits) =>
      ask('Keypad', (callbacks) => {
        const contact = contactById(contactId);
        const leg = contact.getSingleActiveThirdPartyConnection() ?? contact.getInitialConnection();
        leg.sendDigits(digits, callbacks);
      }),
    mute: async (muted) => setMute(running('Mute').agent, muted),
    consult: (contactId, to) =>
      ask('Transfer', (callbacks) => {
        const endpoint = running('Transfer').endpoints.get(to.id);
        if (endpoint === undefined) throw new ConnectError('Transfer', 'BAD_ENDPOINT');
        contactById(contactId).addConnection(endpoint, callbacks);
      }),
    dial: (phone) =>
      ask('Call', (callbacks) => {
        running('Call').agent.connect(connect.Endpoint.byPhoneNumber(phone), callbacks);
      }),
    quickConnects: async () => listQuickConnects(running('Quick connects')),
    devices: async () => await connect.core.getFrameMediaDevices(3000),
  };
}

/** Streams confirms a change of the microphone by its event only. */
function setMute(agent: connect.Agent, muted: boolean): Promise<void> {
  return ask('Mute', ({ success }) => {
    const subscription = agent.onMuteToggle((now) => {
      if (now.muted !== muted) return;
      // The types say only that it is some function.
      (subscription.unsubscribe as () => void)();
      success();
    });
    if (muted) agent.mute();
    else agent.unmute();
  });
}

async function listQuickConnects({ agent, endpoints }: Running): Promise<readonly QuickConnect[]> {
  const answer = await ask<connect.GetEndpointsResult>('Quick connects', (callbacks) => {
    agent.getEndpoints(agent.getAllQueueARNs(), callbacks);
  });
  const all = (answer as unknown as { endpoints: connect.Endpoint[] }).endpoints;
  endpoints.clear();
  for (const endpoint of all) endpoints.set(endpoint.endpointARN, endpoint);
  return all.map(({ endpointARN, name, type }) => ({
    id: endpointARN,
    name,
    kind: endpointKinds[type] ?? 'number',
  }));
}
