import { omit } from '../omit.ts';
import type { ConnectEvent } from './connect-event.ts';
import { labelOf, missedKept, type ConnectState, type Contact, type MissedContact } from './connect-state.ts';
import type { AgentSnapshot, ContactPhase, ContactSnapshot } from './snapshot.ts';

type Of<Type extends ConnectEvent['type']> = Extract<ConnectEvent, { type: Type }>;
type Rules = {
  readonly [Type in ConnectEvent['type']]: (state: ConnectState, event: Of<Type>) => ConnectState;
};

const rules: Rules = {
  agent: (state, { agent, at }) => withAgent(state, agent, at),
  problem: (state, { problem }) => ({ ...state, problem }),
  'problem-over': (state) => omit(state, 'problem'),
  muted: (state, { muted }) => ({ ...state, muted }),
  network: (state, { up, at }) =>
    up ? omit(state, 'lostSince') : { ...state, lostSince: state.lostSince ?? at },
  'softphone-error': (state, { reason }) => ({ ...state, softphoneError: reason }),
  'softphone-error-seen': (state) => omit(state, 'softphoneError'),
  rejecting: (state, { contactId }) => ({ ...state, rejecting: [...state.rejecting, contactId] }),
  'missed-seen': (state) => ({ ...state, missedUnseen: 0 }),
};

/** The next state of the console's side of Connect: pure, so that a recorded stream of events can be replayed. */
export const reduceConnect = (state: ConnectState, event: ConnectEvent): ConnectState =>
  (rules[event.type] as (state: ConnectState, event: ConnectEvent) => ConnectState)(state, event);

function withAgent(state: ConnectState, snapshot: AgentSnapshot, at: number): ConnectState {
  const { contacts: arrived, ...agent } = snapshot;
  const contacts = inOrder(state.contacts, arrived, at);
  const missed = newlyMissed(state, contacts, at);
  const ids = new Set(contacts.map(({ contactId }) => contactId));
  return {
    // A snapshot proves the connection: whatever the problem was, it is over.
    ...omit(state, 'problem'),
    agent,
    contacts,
    missed: missed.length === 0 ? state.missed : [...missed, ...state.missed].slice(0, missedKept),
    missedUnseen: state.missedUnseen + missed.length,
    muted: state.muted && contacts.some(({ phase }) => phase === 'connected'),
    rejecting: state.rejecting.filter((id) => ids.has(id)),
  };
}

/** Contacts keep the order in which they came; Connect sorts them by their last change. */
function inOrder(
  known: readonly Contact[],
  arrived: readonly ContactSnapshot[],
  at: number,
): readonly Contact[] {
  const byId = new Map(arrived.map((contact) => [contact.contactId, contact]));
  const kept = known.flatMap((before) => {
    const now = byId.get(before.contactId);
    byId.delete(before.contactId);
    return now === undefined ? [] : [following(before, now)];
  });
  return [...kept, ...[...byId.values()].map((contact) => following({ seenAt: at }, contact))];
}

function following(
  before: Pick<Contact, 'seenAt' | 'connectedAt' | 'name'> & { readonly phase?: ContactPhase },
  now: ContactSnapshot,
): Contact {
  // Connect says `error` of both: what came before tells a call that nobody took from one that nobody answered.
  const phase = now.phase === 'missed' && before.phase === 'dialling' ? 'failed' : now.phase;
  const connectedAt = before.connectedAt ?? (phase === 'connected' ? now.since : undefined);
  // A chat that has ended tells its customer's name no more.
  const name = now.name ?? before.name;
  return {
    ...now,
    phase,
    seenAt: before.seenAt,
    ...(connectedAt === undefined ? {} : { connectedAt }),
    ...(name === undefined ? {} : { name }),
  };
}

function newlyMissed(
  state: ConnectState,
  contacts: readonly Contact[],
  at: number,
): readonly MissedContact[] {
  const before = new Map(state.contacts.map(({ contactId, phase }) => [contactId, phase]));
  const listed = new Set(state.missed.map(({ contactId }) => contactId));
  return contacts
    .filter(
      ({ contactId, phase }) =>
        phase === 'missed' && before.get(contactId) !== 'missed' && !listed.has(contactId),
    )
    .filter(({ contactId }) => !state.rejecting.includes(contactId))
    .map((contact) => ({
      contactId: contact.contactId,
      channel: contact.channel,
      label: labelOf(contact),
      at,
      ...(contact.queue === undefined ? {} : { queue: contact.queue }),
    }));
}
