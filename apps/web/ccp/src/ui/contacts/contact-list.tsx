import { useConnect } from '../console-context.ts';
import { Callbacks } from './callbacks.tsx';
import { ContactRow } from './contact-row.tsx';
import { Dial } from './dial.tsx';
import { Missed } from './missed.tsx';
import { Unfinished } from './unfinished.tsx';

/** Everything that waits for the agent. */
export function ContactList() {
  const { contacts } = useConnect();
  return (
    <nav className="list" aria-label="My contacts">
      <section>
        <h2>Contacts</h2>
        {contacts.length === 0 ? (
          <p className="quiet-text">None at the moment.</p>
        ) : (
          <ul className="rows">
            {contacts.map((contact) => (
              <ContactRow key={contact.contactId} contact={contact} />
            ))}
          </ul>
        )}
      </section>
      <Unfinished />
      <Callbacks />
      <Missed />
      <Dial />
    </nav>
  );
}
