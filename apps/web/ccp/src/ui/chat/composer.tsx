import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { TextArea } from 'react-aria-components/TextArea';
import { TextField } from 'react-aria-components/TextField';
import { longestMessage } from '../../chat/chat-port.ts';
import { useCommand, useConsole } from '../console-context.ts';
import { Icon } from '../parts/icon.tsx';

/** From how many characters on the agent is told how many are left. */
const nearlyFull = longestMessage - 150;

/** The agent's next message: Enter sends, Shift Enter begins a line. */
export function Composer({ contactId }: { readonly contactId: string }) {
  const { conversations } = useConsole();
  const run = useCommand();
  const [text, setText] = useState('');
  const tooLong = text.length > longestMessage;
  const send = () => {
    const message = text.trim();
    if (message === '' || tooLong) return;
    setText('');
    run(conversations.send(contactId, message));
  };
  const attach = (files: FileList | null) => {
    const file = files?.[0];
    if (file !== undefined) run(conversations.attach(contactId, file));
  };
  return (
    <div className="composer">
      <TextField
        className="field grow"
        aria-label="Message"
        value={text}
        isInvalid={tooLong}
        onChange={(value) => {
          setText(value);
          if (value !== '') conversations.typing(contactId);
        }}
      >
        <TextArea
          className="input"
          rows={2}
          placeholder="Write a message…"
          aria-describedby="message-room"
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            send();
          }}
        />
      </TextField>
      <FileTrigger onSelect={attach}>
        <Button className="icon-button" aria-label="Attach a file">
          <Icon name="clip" />
        </Button>
      </FileTrigger>
      <Button className="button primary" isDisabled={text.trim() === '' || tooLong} onPress={send}>
        Send
      </Button>
      <p className={`room ${tooLong ? 'late' : ''}`} id="message-room" role="status">
        {text.length > nearlyFull && roomText(longestMessage - text.length)}
      </p>
    </div>
  );
}

const roomText = (room: number): string =>
  room >= 0 ? `${String(room)} characters left` : `${String(-room)} characters too many`;
