import { Button } from 'react-aria-components/Button';
import { useConsole, useStore } from '../console-context.ts';
import { Icon } from './icon.tsx';

/** Short messages. The region is there from the start and is the only one that speaks them, so that none is read twice. */
export function Notices() {
  const { notices } = useConsole();
  const shown = useStore(notices.store);
  return (
    <div className="notices" role="log" aria-label="Messages" aria-live="polite" aria-relevant="additions">
      {shown.map(({ id, kind, text }) => (
        <div key={id} className={`notice ${kind}`}>
          <Icon name={kind === 'error' ? 'warning' : 'check'} />
          <p>{text}</p>
          <Button className="icon-button" aria-label="Close message" onPress={() => notices.close(id)}>
            <Icon name="close" />
          </Button>
        </div>
      ))}
    </div>
  );
}
