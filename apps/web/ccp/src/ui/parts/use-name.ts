import type { ContactView } from '@atlas-engine/web-contracts';
import { labelOf, type Contact } from '../../connect/connect-state.ts';
import { useConsole, useStore } from '../console-context.ts';

/** What our server has said of a contact. */
export function useView(contactId: string): ContactView | undefined {
  const known = useStore(useConsole().views.store)[contactId];
  return known?.status === 'ready' ? known.view : undefined;
}

/** Who it is: by our server when it knows, else by Connect. */
export const useName = (contact: Contact): string =>
  useView(contact.contactId)?.person?.name ?? labelOf(contact);
