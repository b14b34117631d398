import { Button } from 'react-aria-components/Button';
import { useCommand, useConsole, useStore } from '../console-context.ts';
import { ModalDialog } from '../parts/modal-dialog.tsx';
import { WrapUpFields } from '../wrap-up/wrap-up-fields.tsx';
import { WrapUpTrouble } from '../wrap-up/wrap-up-trouble.tsx';

/** Finishes a wrap-up whose contact is closed already. */
export function UnfinishedDialog({ contactId }: { readonly contactId: string }) {
  const { wrapUps, notices } = useConsole();
  const wrapUp = useStore(wrapUps.store)[contactId];
  const run = useCommand();
  if (wrapUp === undefined) return null;
  const send = async (close: () => void) => {
    if (!(await wrapUps.save(contactId))) return;
    close();
    wrapUps.discard(contactId);
    notices.say('success', 'The wrap-up is saved.');
  };
  return (
    <ModalDialog title={`Wrap-up: ${wrapUp.draft.label}`}>
      {(close) => (
        <div className="wrap-up">
          <WrapUpFields wrapUp={wrapUp} />
          <WrapUpTrouble wrapUp={wrapUp} />
          <div className="row">
            <Button className="button primary" isPending={wrapUp.saving} onPress={() => run(send(close))}>
              {wrapUp.saving ? 'Saving…' : 'Save'}
            </Button>
            <Button
              className="button danger"
              onPress={() => {
                close();
                wrapUps.discard(contactId);
              }}
            >
              Throw away
            </Button>
          </div>
        </div>
      )}
    </ModalDialog>
  );
}
