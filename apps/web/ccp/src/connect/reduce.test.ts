import fc from 'fast-check';
import { omit } from '../omit.ts';
import { aContact, anAgent, aParty } from '../testing/snapshots.ts';
import type { ConnectEvent } from './connect-event.ts';
import { initialConnectState, missedKept, type ConnectState } from './connect-state.ts';
import { reduceConnect } from './reduce.ts';
import type { ContactSnapshot } from './snapshot.ts';

const after = (...events: ConnectEvent[]): ConnectState => events.reduce(reduceConnect, initialConnectState);
const having = (contacts: readonly ContactSnapshot[], at = 5000): ConnectEvent => ({
  type: 'agent',
  agent: anAgent({ contacts }),
  at,
});

describe('reduceConnect', () => {
  it('keeps contacts in the order in which they came, whatever order a snapshot has', () => {
    const [first, second] = [aContact({ contactId: 'a' }), aContact({ contactId: 'b' })];
    const state = after(having([first]), having([second, first]), having([first, second]));
    expect(state.contacts.map(({ contactId }) => contactId)).toEqual(['a', 'b']);
  });

  it('finds everything again after a reload in mid-call', () => {
    const state = after(having([aContact({ phase: 'connected', since: 700 })]));
    expect(state.contacts[0]).toMatchObject({ phase: 'connected', connectedAt: 700 });
  });

  it('remembers since when a contact is connected, also in its wrap-up', () => {
    const state = after(
      having([aContact()]),
      having([aContact({ phase: 'connected', since: 2000 })]),
      having([aContact({ phase: 'ended', since: 9000 })]),
    );
    expect(state.contacts[0]).toMatchObject({ phase: 'ended', since: 9000, connectedAt: 2000 });
  });

  it('keeps the name of a chat’s customer when the chat has ended', () => {
    const chat = aContact({ channel: 'chat', phase: 'connected', name: 'Morgan' });
    const ended = omit({ ...chat, phase: 'ended' as const }, 'name');
    expect(after(having([chat]), having([ended])).contacts[0]?.name).toBe('Morgan');
  });

  it('lists a contact that nobody took once, with its masked number', () => {
    const missed = aContact({ phase: 'missed' });
    const state = after(having([aContact()]), having([missed], 7000), having([missed], 8000));
    expect(state.missed).toEqual([
      { contactId: 'contact-1', channel: 'voice', label: '•••••••••00', at: 7000, queue: 'Sales' },
    ]);
    expect(state.missedUnseen).toBe(1);
    expect(reduceConnect(state, { type: 'missed-seen' }).missedUnseen).toBe(0);
  });

  it('does not count what the agent rejected as missed', () => {
    const state = after(
      having([aContact()]),
      { type: 'rejecting', contactId: 'contact-1' },
      having([aContact({ phase: 'missed' })]),
    );
    expect(state.missed).toEqual([]);
    expect(after(having([])).rejecting).toEqual([]);
  });

  it('tells a call of the agent’s own that nobody answered from one that was missed', () => {
    const state = after(having([aContact({ phase: 'dialling' })]), having([aContact({ phase: 'missed' })]));
    expect(state.contacts[0]?.phase).toBe('failed');
    expect(state.missed).toEqual([]);
  });

  it('ends a problem when Connect speaks again', () => {
    expect(after({ type: 'problem', problem: 'sign-in-needed' }).problem).toBe('sign-in-needed');
    expect(after({ type: 'problem', problem: 'sign-in-needed' }, having([])).problem).toBeUndefined();
  });

  it('keeps the first moment of a lost connection until it is back', () => {
    const lost = (at: number): ConnectEvent => ({ type: 'network', up: false, at });
    expect(after(lost(10), lost(20)).lostSince).toBe(10);
    expect(after(lost(10), { type: 'network', up: true, at: 30 }).lostSince).toBeUndefined();
  });

  it('is muted only while somebody is on the line', () => {
    const talking = having([aContact({ phase: 'connected' })]);
    expect(after(talking, { type: 'muted', muted: true }, talking).muted).toBe(true);
    expect(after(talking, { type: 'muted', muted: true }, having([])).muted).toBe(false);
  });

  it('shows and forgets an error of the softphone', () => {
    const state = after({ type: 'softphone-error', reason: 'microphone_not_shared' });
    expect(state.softphoneError).toBe('microphone_not_shared');
    expect(reduceConnect(state, { type: 'softphone-error-seen' }).softphoneError).toBeUndefined();
  });

  it('has exactly the contacts of the last snapshot, each once, and a bounded list of missed ones', () => {
    const phase = fc.constantFrom('offered', 'dialling', 'connected', 'ended', 'missed', 'failed');
    const contact = fc.record({ contactId: fc.constantFrom('a', 'b', 'c', 'd'), phase });
    const snapshot = fc.uniqueArray(contact, { selector: ({ contactId }) => contactId });
    fc.assert(
      fc.property(fc.array(snapshot, { minLength: 1, maxLength: 40 }), (snapshots) => {
        const state = after(
          ...snapshots.map((contacts, at) =>
            having(
              contacts.map((part) => aContact({ ...part, parties: [aParty()] })),
              at,
            ),
          ),
        );
        const last = snapshots.at(-1) ?? [];
        expect(state.contacts.map(({ contactId }) => contactId).sort()).toEqual(
          last.map(({ contactId }) => contactId).sort(),
        );
        expect(state.missed.length).toBeLessThanOrEqual(missedKept);
      }),
    );
  });
});
