import type { PanelEvent } from '../panel-event.ts';

interface Shown {
  readonly state: { readonly name: string };
  readonly contacts: readonly { readonly type: string; readonly state: { readonly type: string } }[];
}

const notes: Readonly<Record<string, string>> = {
  'signed-out': 'This session is over. Sign in again.',
  'handed-over': 'The page that opened this window is signed in: it may be closed.',
};

const write = (id: string, text: string): void => {
  const element = document.getElementById(id);
  if (element !== null) element.textContent = text;
};

/** Shows a person what the panel knows. */
export function showPanel(event: PanelEvent): void {
  if (event.kind === 'update') showAgent(event.snapshot as Shown);
  else if (event.kind === 'network') write('note', event.isUp ? '' : 'The network is down.');
  else write('note', notes[event.kind === 'message' ? event.event : event.kind] ?? '');
}

function showAgent({ state, contacts }: Shown): void {
  write('state', state.name);
  const items = contacts.map((contact) => {
    const item = document.createElement('li');
    item.textContent = `${contact.type}: ${contact.state.type}`;
    return item;
  });
  document.getElementById('contacts')?.replaceChildren(...items);
}
