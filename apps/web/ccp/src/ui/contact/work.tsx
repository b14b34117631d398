import type { ContactView } from '@atlas-engine/web-contracts';
import { lazy, Suspense } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import type { Contact } from '../../connect/connect-state.ts';
import { useConsole, useStore } from '../console-context.ts';
import { useView } from '../parts/use-name.ts';
import { Details } from './details.tsx';
import { History } from './history.tsx';
import { Script } from './script.tsx';

const ChatPanel = lazy(() =>
  import('../chat/chat-panel.tsx').then(({ ChatPanel }) => ({ default: ChatPanel })),
);

/** What the agent works with, one thing at a time. */
export function Work({ contact }: { readonly contact: Contact }) {
  const known = useStore(useConsole().views.store)[contact.contactId];
  const view = useView(contact.contactId);
  const isChat = contact.channel === 'chat' && ['connected', 'ended'].includes(contact.phase);
  return (
    <Tabs className="tabs" key={isChat ? 'chat' : 'no chat'} defaultSelectedKey={isChat ? 'chat' : 'script'}>
      <TabList className="tab-list" aria-label="About this contact" items={namesOf(isChat, view)}>
        {({ id, name }) => (
          <Tab className="tab" id={id}>
            {name}
          </Tab>
        )}
      </TabList>
      {isChat && (
        <TabPanel className="tab-panel chat-tab" id="chat">
          <Suspense fallback={<p role="status">Opening the chat…</p>}>
            <ChatPanel contact={contact} />
          </Suspense>
        </TabPanel>
      )}
      <TabPanel className="tab-panel" id="script">
        <Script contact={contact} view={view} />
      </TabPanel>
      <TabPanel className="tab-panel" id="history">
        <History known={known} contactId={contact.contactId} />
      </TabPanel>
      <TabPanel className="tab-panel" id="details">
        <Details contact={contact} view={view} />
      </TabPanel>
    </Tabs>
  );
}

const namesOf = (isChat: boolean, view: ContactView | undefined) => [
  ...(isChat ? [{ id: 'chat', name: 'Chat' }] : []),
  { id: 'script', name: 'What to say' },
  {
    id: 'history',
    name: view === undefined ? 'History' : `History (${String(view.history.entries.length)})`,
  },
  { id: 'details', name: 'Details' },
];
