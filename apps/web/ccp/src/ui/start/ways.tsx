import { Button } from 'react-aria-components/Button';
import type { WayOut } from '../../connect/problem.ts';
import { useConsole } from '../console-context.ts';

const names: Readonly<Record<WayOut, string>> = {
  'open-sign-in': 'Open the sign-in window',
  'sign-in-again': 'Sign in to Amazon Connect again',
  'allow-storage': 'Open Amazon Connect in a tab',
  reload: 'Load this page again',
};

/** The ways out of a problem, the best first. */
export function Ways({ ways }: { readonly ways: readonly WayOut[] }) {
  const { port, dispatch } = useConsole();
  const go = (way: WayOut) => {
    if (way === 'reload') window.location.reload();
    else if (port.openSignIn() === 'blocked') dispatch({ type: 'problem', problem: 'popup-blocked' });
  };
  return (
    <div className="row">
      {ways.map((way, index) => (
        <Button key={way} className={index === 0 ? 'button primary' : 'button'} onPress={() => go(way)}>
          {names[way]}
        </Button>
      ))}
    </div>
  );
}
