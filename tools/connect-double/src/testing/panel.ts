import type { AgentSnapshot } from '../index.ts';
import type { ConnectWorld } from './connect-world.ts';
import { instanceId } from './connect-world.ts';

interface ShownContact {
  readonly contactId: string;
  readonly type: string;
  readonly state: { readonly type: string };
  readonly attributes: Readonly<Record<string, { readonly value: string }>>;
  readonly connections: readonly {
    readonly connectionId: string;
    readonly type: string;
    readonly initial: boolean;
    readonly mute: boolean;
    readonly state: { readonly type: string };
  }[];
}

/** A user at the panel, as a test drives them. */
export function panelOf(world: ConnectWorld, userId: string) {
  const people = () => world.connect().people;
  const snapshot = (): AgentSnapshot => people().update(userId).snapshot;
  const contacts = () => snapshot().contacts as unknown as readonly ShownContact[];
  const contact = (): ShownContact => {
    const [first] = contacts();
    if (first === undefined) throw new Error('the panel shows no contact');
    return first;
  };
  const call = (method: string, params: Readonly<Record<string, unknown>> = {}) =>
    people().call(userId, method, params);
  const connection = (nth: number) => contact().connections[nth]?.connectionId ?? '';
  return {
    snapshot,
    contacts,
    contact,
    connection,
    call,
    configuration: () => people().update(userId).configuration,
    state: () => [snapshot().state.name, snapshot().state.type],
    connections: () => contact().connections.map(({ state }) => state.type),
    /** The first contact's method. */
    on: (method: string, more: Readonly<Record<string, unknown>> = {}) =>
      call(method, { contactId: contact().contactId, ...more }),
    choose: (statusId: string, enqueueNextState = false) =>
      call('putAgentState', { state: { agentStateARN: `x/agent-state/${statusId}` }, enqueueNextState }),
    async signIn() {
      people().signIn(instanceId, userId);
      await this.choose('available');
    },
    hangUp: () => call('destroyConnection', { contactId: contact().contactId, connectionId: connection(0) }),
  };
}
