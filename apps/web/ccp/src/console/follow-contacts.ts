import type { Contact } from '../connect/connect-state.ts';
import type { ContactPhase } from '../connect/snapshot.ts';
import { clockTime } from '../times.ts';
import { channelNames } from '../channels.ts';
import { isDone } from '../wrap-up/is-done.ts';
import type { Console } from './console.ts';

/** Keeps views, drafts, chats and ticks in step with the contacts that there are. */
export function followContacts(all: Console): void {
  let before: readonly Contact[] = [];
  all.connect.subscribe(() => {
    const { contacts } = all.connect.get();
    if (contacts === before) return;
    const known = new Map(before.map((contact) => [contact.contactId, contact]));
    before = contacts;
    for (const contact of contacts) follow(all, known.get(contact.contactId), contact);
    const ids = contacts.map(({ contactId }) => contactId);
    for (const gone of known.keys()) if (!ids.includes(gone)) leave(all, gone);
    all.views.keep(ids);
    all.conversations.keep(ids);
  });
  all.views.store.subscribe(() => {
    for (const contact of all.connect.get().contacts) {
      const known = all.views.store.get()[contact.contactId];
      if (known?.status === 'ready' && known.view.wrapUp !== undefined) {
        all.wrapUps.open(contact.contactId, labelFor(contact), known.view.wrapUp);
      }
    }
  });
}

function follow(all: Console, before: Contact | undefined, contact: Contact): void {
  const { contactId, phase, channel } = contact;
  if (before?.phase === phase) return;
  if (isAccepted.includes(phase)) {
    // Before, a contact is nobody's, and the server would refuse.
    all.views.load(contactId);
    all.wrapUps.open(contactId, labelFor(contact));
  }
  if (phase === 'connected' && channel === 'chat') join(all, contactId);
  if (isOver.includes(phase)) all.refreshDay();
}

const isAccepted: readonly ContactPhase[] = ['connected', 'ended'];
const isOver: readonly ContactPhase[] = ['ended', 'missed'];

function join({ conversations, notices }: Console, contactId: string): void {
  conversations.join(contactId).catch(() => {
    notices.say('error', 'The chat could not be opened. Load this page again.');
  });
}

/** Closed by Connect or in another window: what the agent has not sent yet stays, and is sent if it is complete. */
function leave({ selected, progress, wrapUps }: Console, contactId: string): void {
  if (selected.get() === contactId) selected.set(undefined);
  progress.forget(contactId);
  const wrapUp = wrapUps.store.get()[contactId];
  if (wrapUp === undefined || wrapUp.saving) return;
  if (isDone(wrapUp)) wrapUps.discard(contactId);
  else if (wrapUp.draft.disposition !== undefined) {
    wrapUps.sendLater(contactId);
    void wrapUps.sendWaiting();
  }
}

/** What a wrap-up without its contact is called: nothing of the person. */
const labelFor = ({ channel, since }: Contact): string => `${channelNames[channel]}, ${clockTime(since)}`;
