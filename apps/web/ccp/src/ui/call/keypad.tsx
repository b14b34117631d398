import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { useCommand, useConsole } from '../console-context.ts';
import { Icon } from '../parts/icon.tsx';

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];

/** Tones for menus at the other end, by press or by key. */
export function Keypad({ contactId }: { readonly contactId: string }) {
  const { port } = useConsole();
  const run = useCommand();
  const [sent, setSent] = useState('');
  const send = (digit: string) => {
    setSent((before) => (before + digit).slice(-20));
    run(port.sendDigits(contactId, digit));
  };
  return (
    <DialogTrigger>
      <Button className="control" id="open-keypad">
        <Icon name="keypad" /> Keypad
      </Button>
      <Popover className="popover" placement="bottom">
        <Dialog className="keypad-dialog" aria-label="Keypad">
          <div
            className="keypad"
            role="group"
            aria-label="Keys"
            onKeyDown={({ key }) => {
              if (keys.includes(key)) send(key);
            }}
          >
            <output className="keypad-sent" aria-label="Sent">
              {sent === '' ? ' ' : sent}
            </output>
            {keys.map((key) => (
              <Button key={key} className="key" onPress={() => send(key)}>
                {key}
              </Button>
            ))}
          </div>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
