import { Button } from 'react-aria-components/Button';
import { DialogTrigger } from 'react-aria-components/Dialog';
import { lazy, Suspense } from 'react';
import { useCommand, useConnect, useConsole } from '../console-context.ts';
import { Icon } from '../parts/icon.tsx';
import { AgentState } from './agent-state.tsx';
import { OwnDay } from './own-day.tsx';
import { ThemeSwitch } from './theme-switch.tsx';

const Help = lazy(() => import('./help.tsx').then(({ Help }) => ({ default: Help })));
const Checks = lazy(() => import('./checks.tsx').then(({ Checks }) => ({ default: Checks })));

export function Header() {
  const { agent } = useConnect();
  const { session, port } = useConsole();
  const run = useCommand();
  const signOut = () => {
    port.signOut();
    run(session.signOut());
  };
  return (
    <header className="header">
      <a className="skip" href="#contact">
        Skip to the contact
      </a>
      <h1 className="brand">
        <span className="brand-mark" aria-hidden="true" />
        Atlas
      </h1>
      <AgentState />
      <OwnDay />
      <div className="header-tools">
        <DialogTrigger>
          <Button className="icon-button" aria-label="Microphone and network">
            <Icon name="headset" />
          </Button>
          <Suspense>
            <Checks />
          </Suspense>
        </DialogTrigger>
        <ThemeSwitch />
        <DialogTrigger>
          <Button className="icon-button" id="open-help" aria-label="Help and shortcuts">
            <Icon name="help" />
          </Button>
          <Suspense>
            <Help />
          </Suspense>
        </DialogTrigger>
        <span className="agent-name">{agent?.name}</span>
        <Button className="icon-button" aria-label="Sign out" onPress={signOut}>
          <Icon name="leave" />
        </Button>
      </div>
    </header>
  );
}
