import type { ContactState } from '../contact.ts';

/** People at control panels, as contacts and flows meet them. */
export interface PeopleOfContacts {
  /** Who of them is offered this waiting contact, if one is free. */
  takerOf(contact: ContactState): string | undefined;
  /** Ids of those who are signed in, or only of those who could take a call now. */
  present(instanceId: string, only?: 'free'): readonly string[];
  /** A user of the instance, signed in or not. */
  nameOf(
    instanceId: string,
    agentId: string,
  ): { readonly userName: string; readonly firstName: string; readonly lastName: string } | undefined;
  /** Learns what has become of a contact. */
  heed(contact: ContactState): void;
}
