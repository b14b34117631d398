import { lazy, Suspense } from 'react';
import { Button } from 'react-aria-components/Button';
import { DialogTrigger } from 'react-aria-components/Dialog';
import { useConnect, useConsole, useStore } from '../console-context.ts';
import { Icon } from '../parts/icon.tsx';

const UnfinishedDialog = lazy(() =>
  import('./unfinished-dialog.tsx').then(({ UnfinishedDialog }) => ({ default: UnfinishedDialog })),
);

/** Wrap-ups whose contact is closed and that the server has not got yet. */
export function Unfinished() {
  const { wrapUps } = useConsole();
  const all = useStore(wrapUps.store);
  const { contacts } = useConnect();
  const left = Object.values(all).filter(
    ({ draft }) => !contacts.some(({ contactId }) => contactId === draft.contactId),
  );
  if (left.length === 0) return null;
  return (
    <section>
      <h2>Wrap-ups to send</h2>
      <ul className="rows">
        {left.map(({ draft, problem }) => (
          <li key={draft.contactId}>
            <DialogTrigger>
              <Button className="contact-row ended">
                <span className="channel ended">
                  <Icon name="task" />
                </span>
                <span className="contact-row-text">
                  <span className="contact-row-name">{draft.label}</span>
                  <span className="contact-row-state">
                    {draft.waiting && problem === undefined ? 'Waits for the server' : 'Needs you'}
                  </span>
                </span>
              </Button>
              <Suspense>
                <UnfinishedDialog contactId={draft.contactId} />
              </Suspense>
            </DialogTrigger>
          </li>
        ))}
      </ul>
    </section>
  );
}
