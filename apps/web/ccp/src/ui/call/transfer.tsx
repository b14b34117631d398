import { Suspense, use, useState } from 'react';
import { Input } from 'react-aria-components/Input';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { SearchField } from 'react-aria-components/SearchField';
import type { Contact } from '../../connect/connect-state.ts';
import type { QuickConnect } from '../../connect/connect-port.ts';
import { useCommand, useConsole } from '../console-context.ts';
import { ErrorBoundary } from '../parts/error-boundary.tsx';
import { ModalDialog } from '../parts/modal-dialog.tsx';

const kinds: Readonly<Record<QuickConnect['kind'], string>> = {
  person: 'Person',
  queue: 'Queue',
  number: 'Outside number',
};

/** Chooses a quick connect: on a call they are brought in first, a chat goes over at once. */
export function Transfer({ contact }: { readonly contact: Contact }) {
  const isCall = contact.channel === 'voice' || contact.channel === 'callback';
  return (
    <ModalDialog title={isCall ? 'Bring somebody in' : 'Transfer'}>
      {(close) => (
        <>
          <p className="quiet-text">
            {isCall
              ? 'The customer goes on hold. Speak first, then join all, or leave them together to transfer.'
              : 'The contact goes over with all that was written.'}
          </p>
          <Choices contact={contact} close={close} />
        </>
      )}
    </ModalDialog>
  );
}

interface ChoicesProps {
  readonly contact: Contact;
  readonly close: () => void;
}

/** Asks for the list each time it is opened; it stands outside of what waits for it, so that it asks once. */
function Choices({ contact, close }: ChoicesProps) {
  const { port } = useConsole();
  const [asked] = useState(() => port.quickConnects());
  return (
    <ErrorBoundary message="The list cannot be read now. Close this window and try again.">
      <Suspense fallback={<p role="status">Reading the list…</p>}>
        <List all={asked} contact={contact} close={close} />
      </Suspense>
    </ErrorBoundary>
  );
}

function List({ all, contact, close }: ChoicesProps & { readonly all: Promise<readonly QuickConnect[]> }) {
  const { port } = useConsole();
  const run = useCommand();
  const [wanted, setWanted] = useState('');
  const found = use(all).filter(({ name }) => name.toLowerCase().includes(wanted.trim().toLowerCase()));
  const choose = (id: string) => {
    const to = found.find((each) => each.id === id);
    if (to === undefined) return;
    close();
    run(port.consult(contact.contactId, to));
  };
  return (
    <>
      <SearchField className="field" aria-label="Search" autoFocus value={wanted} onChange={setWanted}>
        <Input className="input" placeholder="Name of a person, queue or number" />
      </SearchField>
      <ListBox
        className="choices"
        aria-label="Quick connects"
        items={found}
        onAction={(key) => choose(String(key))}
        renderEmptyState={() => <p className="quiet-text">None has this name.</p>}
      >
        {({ id, name, kind }) => (
          <ListBoxItem id={id} textValue={name} className="choice">
            <span>{name}</span>
            <small>{kinds[kind]}</small>
          </ListBoxItem>
        )}
      </ListBox>
    </>
  );
}
