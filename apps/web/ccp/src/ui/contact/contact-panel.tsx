import type { ReactNode } from 'react';
import type { Contact } from '../../connect/connect-state.ts';
import type { ContactPhase } from '../../connect/snapshot.ts';
import { Controls } from '../call/controls.tsx';
import { WrapUpForm } from '../wrap-up/wrap-up-form.tsx';
import { Offer } from './offer.tsx';
import { Over } from './over.tsx';
import { Person } from './person.tsx';
import { Work } from './work.tsx';

/** What can be done now. */
const actions: Readonly<Record<ContactPhase, (contact: Contact) => ReactNode>> = {
  offered: (contact) => <Offer contact={contact} />,
  dialling: (contact) => <Controls contact={contact} />,
  connected: (contact) => <Controls contact={contact} />,
  ended: () => null,
  missed: (contact) => <Over contact={contact} />,
  failed: (contact) => <Over contact={contact} />,
};

/** One contact: who, what to do now, what to say, what to write down. */
export function ContactPanel({ contact }: { readonly contact: Contact }) {
  const { phase } = contact;
  const isOpen = phase === 'connected' || phase === 'ended';
  return (
    <div className={`panel ${phase}`}>
      <div className="panel-head">
        <Person contact={contact} />
        {actions[phase](contact)}
      </div>
      <div className={`panel-body ${isOpen ? 'with-notes' : ''}`}>
        <Work contact={contact} />
        {isOpen && <WrapUpForm contact={contact} />}
      </div>
    </div>
  );
}
