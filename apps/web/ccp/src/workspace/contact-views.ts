import type { ContactView } from '@atlas-engine/web-contracts';
import { createStore, type Store } from '../store.ts';
import type { WorkspaceApi } from './workspace-api.ts';
import { WorkspaceError } from './workspace-error.ts';

/** What the server knows of a contact, as far as it has answered. */
export type Known =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly view: ContactView }
  | { readonly status: 'failed'; readonly error: WorkspaceError };

export type KnownContacts = Readonly<Record<string, Known>>;

export interface ContactViews {
  readonly store: Store<KnownContacts>;
  /** Asks the server, unless it has answered or is being asked. */
  readonly load: (contactId: string) => void;
  readonly reload: (contactId: string) => void;
  /** Forgets all others: what was shown of a person does not stay in the page. */
  readonly keep: (contactIds: readonly string[]) => void;
}

/** Milliseconds until Connect is asked again whose contact it is. */
const settling = 1000;

export function createContactViews(api: Pick<WorkspaceApi, 'contact'>): ContactViews {
  const store = createStore<KnownContacts>({});
  const set = (contactId: string, known: Known) => {
    store.set({ ...store.get(), [contactId]: known });
  };
  const ask = async (contactId: string, retries = 4): Promise<void> => {
    if (store.get()[contactId]?.status !== 'ready') set(contactId, { status: 'loading' });
    try {
      set(contactId, { status: 'ready', view: await api.contact(contactId) });
    } catch (failure) {
      const error = asWorkspaceError(failure);
      // Connect tells the server a little later than the page that the contact was accepted.
      const isEarly = error.code === 'CONTACT_NOT_ACCEPTED' && retries > 0;
      if (isEarly) setTimeout(() => void ask(contactId, retries - 1), settling);
      else set(contactId, { status: 'failed', error });
    }
  };
  return {
    store,
    load: (contactId) => {
      const known = store.get()[contactId];
      if (known === undefined || known.status === 'failed') void ask(contactId);
    },
    reload: (contactId) => void ask(contactId),
    keep: (contactIds) => {
      const entries = Object.entries(store.get());
      const kept = entries.filter(([id]) => contactIds.includes(id));
      if (kept.length < entries.length) store.set(Object.fromEntries(kept));
    },
  };
}

/** Any failure as one that can be shown. */
export const asWorkspaceError = (error: unknown): WorkspaceError =>
  error instanceof WorkspaceError
    ? error
    : new WorkspaceError('INTERNAL', 'Something went wrong in this page.');
