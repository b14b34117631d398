import { ContactList } from './contacts/contact-list.tsx';
import { ContactPanel } from './contact/contact-panel.tsx';
import { useConnect, useCurrentContact } from './console-context.ts';
import { Header } from './header/header.tsx';
import { Announcer } from './parts/announcer.tsx';
import { Notices } from './parts/notices.tsx';
import { useShortcuts } from './shortcuts/use-shortcuts.ts';
import { ConnectionBars } from './start/connection-bars.tsx';
import { Problem } from './start/problem.tsx';
import { Quiet } from './contact/quiet.tsx';
import { Starting } from './start/starting.tsx';

/** The whole console. */
export function App() {
  const { agent, problem } = useConnect();
  if (problem !== undefined && agent === undefined) return <Problem problem={problem} />;
  if (agent === undefined) return <Starting />;
  return <Workplace />;
}

function Workplace() {
  const contact = useCurrentContact();
  useShortcuts();
  return (
    <div className="workplace">
      <Header />
      <ConnectionBars />
      <div className="columns">
        <ContactList />
        <main className="main" id="contact">
          {contact === undefined ? <Quiet /> : <ContactPanel key={contact.contactId} contact={contact} />}
        </main>
      </div>
      <Notices />
      <Announcer />
    </div>
  );
}
