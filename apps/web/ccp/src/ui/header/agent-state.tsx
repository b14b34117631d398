import { Button } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import type { AgentStatus } from '../../connect/snapshot.ts';
import { useCommand, useConnect, useConsole } from '../console-context.ts';
import { Elapsed } from '../parts/elapsed.tsx';
import { Icon } from '../parts/icon.tsx';

const names: Readonly<Record<string, string>> = {
  PendingBusy: 'Contact offered',
  Busy: 'On contact',
  CallingCustomer: 'Dialling',
  AfterCallWork: 'After contact work',
  MissedCallAgent: 'Missed contact',
  FailedConnectAgent: 'Not connected',
  FailedConnectCustomer: 'Customer not reached',
};

/** How a state of Connect is called on the page. */
export const statusName = ({ name }: Pick<AgentStatus, 'name'>): string => names[name] ?? name;

/** The agent's state, and what it becomes next: while a contact is there, a choice is for later. */
export function AgentState() {
  const { agent, contacts } = useConnect();
  const { port, notices } = useConsole();
  const run = useCommand();
  if (agent === undefined) return null;
  const { status, next, choices } = agent;
  const later = contacts.length > 0 && (status.kind === 'system' || status.kind === 'error');
  const choose = async (name: string) => {
    const choice = choices.find((each) => each.name === name);
    if (choice === undefined) return;
    await port.choose(choice, later ? 'later' : 'now');
    if (later) notices.say('info', `${name} when this contact is over.`);
  };
  return (
    <div className="agent-state">
      <MenuTrigger>
        <Button id="agent-state" className={`state-button ${status.kind}`}>
          <span className="state-dot" aria-hidden="true" />
          <span>
            <span className="sr-only">My state: </span>
            {statusName(status)}
          </span>
          <Elapsed since={status.since} label="for" />
          <Icon name="chevron" />
        </Button>
        <Popover className="popover">
          <p className="popover-title">{later ? 'When this contact is over' : 'My state'}</p>
          <Menu className="menu" aria-label="My state" onAction={(key) => run(choose(String(key)))}>
            {choices.map(({ name, kind }) => (
              <MenuItem key={name} id={name} textValue={name} className="menu-item">
                <span className={`state-dot ${kind}`} aria-hidden="true" />
                {name}
                {name === (later ? next : status.name) && <Icon name="check" />}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      {next !== undefined && <span className="next-state">then {next}</span>}
    </div>
  );
}
