import { SwitchButton, SwitchField } from 'react-aria-components/Switch';
import { useStore } from '../console-context.ts';
import { ModalDialog } from '../parts/modal-dialog.tsx';
import { shortcuts } from '../shortcuts/shortcuts.ts';
import { shortcutsOn } from '../shortcuts/use-shortcuts.ts';

/** The keyboard shortcuts, which can be turned off. */
export function Help() {
  const isOn = useStore(shortcutsOn);
  return (
    <ModalDialog title="Keyboard shortcuts">
      {() => (
        <>
          <p className="quiet-text">Hold Alt and Shift (Option and Shift on a Mac) and press the key.</p>
          <dl className="keys">
            {shortcuts.map(({ code, key, name }) => (
              <div key={code}>
                <dt>
                  <kbd>Alt</kbd> <kbd>Shift</kbd> <kbd>{key}</kbd>
                </dt>
                <dd>{name}</dd>
              </div>
            ))}
          </dl>
          <SwitchField isSelected={isOn} onChange={shortcutsOn.set}>
            <SwitchButton className="switch">
              <span className="switch-track" aria-hidden="true" />
              Shortcuts are on
            </SwitchButton>
          </SwitchField>
        </>
      )}
    </ModalDialog>
  );
}
