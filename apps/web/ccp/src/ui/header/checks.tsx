import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { checkMicrophone, checkNetwork, checkSoftphone, type Finding } from '../../connect/checks.ts';
import { useConsole } from '../console-context.ts';
import { Icon } from '../parts/icon.tsx';
import { ModalDialog } from '../parts/modal-dialog.tsx';

/** Whether the agent can be heard: microphone, softphone, network, one by one and with what to do. */
export function Checks() {
  const { port } = useConsole();
  const [findings, setFindings] = useState<readonly Finding[]>([]);
  const [running, setRunning] = useState(false);
  const check = async () => {
    setRunning(true);
    setFindings([]);
    for (const each of [
      () => checkMicrophone(navigator.mediaDevices),
      () => checkSoftphone(port),
      checkNetwork,
    ]) {
      const finding = await each();
      setFindings((before) => [...before, finding]);
    }
    setRunning(false);
  };
  return (
    <ModalDialog title="Microphone and network">
      {() => (
        <>
          <p className="quiet-text">
            Asks for your microphone, listens for a moment, and measures the way to the server. Nothing is
            recorded.
          </p>
          <ul className="findings" aria-live="polite">
            {findings.map(({ what, ok, text }) => (
              <li key={what} className={ok ? 'fine' : 'bad'}>
                <Icon name={ok ? 'check' : 'warning'} />
                <div>
                  <strong>{what}</strong>
                  <p>{text}</p>
                </div>
              </li>
            ))}
          </ul>
          <Button className="button primary" isPending={running} onPress={() => void check()}>
            {running ? 'Checking…' : 'Check now'}
          </Button>
        </>
      )}
    </ModalDialog>
  );
}
