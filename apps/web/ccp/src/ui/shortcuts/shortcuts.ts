import type { Contact } from '../../connect/connect-state.ts';
import type { Console } from '../../console/console.ts';
import { toggleHold } from '../call/hold.ts';

export interface Shortcut {
  /** `KeyboardEvent.code`: the place of the key, whatever the layout writes. */
  readonly code: string;
  readonly key: string;
  readonly name: string;
  readonly run: (all: Console, current: Contact | undefined) => Promise<unknown> | undefined;
}

const press = (id: string): undefined => {
  document.getElementById(id)?.click();
};
const focus = (id: string): undefined => {
  document.getElementById(id)?.focus();
};
const offered = ({ connect }: Console) => connect.get().contacts.find(({ phase }) => phase === 'offered');

/** With Alt and Shift held: free of the browsers' own keys and of the modifiers that screen readers use. */
export const shortcuts: readonly Shortcut[] = [
  {
    code: 'KeyA',
    key: 'A',
    name: 'Accept the offered contact',
    run: (all) => {
      const contact = offered(all);
      if (contact === undefined) return undefined;
      all.selected.set(contact.contactId);
      return all.port.accept(contact.contactId);
    },
  },
  {
    code: 'KeyR',
    key: 'R',
    name: 'Reject the offered contact',
    run: (all) => {
      const contact = offered(all);
      return contact === undefined ? undefined : all.port.reject(contact.contactId);
    },
  },
  {
    code: 'KeyH',
    key: 'H',
    name: 'Hold or resume',
    run: ({ port }, contact) => (contact === undefined ? undefined : toggleHold(port, contact)),
  },
  {
    code: 'KeyM',
    key: 'M',
    name: 'Mute or unmute',
    run: ({ port, connect }, contact) =>
      contact?.phase === 'connected' ? port.mute(!connect.get().muted) : undefined,
  },
  { code: 'KeyK', key: 'K', name: 'Keypad', run: () => press('open-keypad') },
  { code: 'KeyT', key: 'T', name: 'Transfer or bring somebody in', run: () => press('open-transfer') },
  {
    code: 'KeyE',
    key: 'E',
    name: 'End the contact',
    run: ({ port }, contact) => (contact?.phase === 'connected' ? port.leave(contact.contactId) : undefined),
  },
  { code: 'KeyW', key: 'W', name: 'Go to the notes', run: () => focus('notes') },
  { code: 'KeyS', key: 'S', name: 'Change my state', run: () => press('agent-state') },
  {
    code: 'KeyN',
    key: 'N',
    name: 'Next contact',
    run: ({ connect, selected }, current) => {
      const { contacts } = connect.get();
      const index = contacts.findIndex(({ contactId }) => contactId === current?.contactId);
      selected.set(contacts[(index + 1) % contacts.length]?.contactId);
      return undefined;
    },
  },
  { code: 'Slash', key: '?', name: 'This list', run: () => press('open-help') },
];
