import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Form } from 'react-aria-components/Form';
import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { TextField } from 'react-aria-components/TextField';
import { useCommand, useConnect, useConsole } from '../console-context.ts';

const isE164 = (text: string): boolean => /^\+[1-9]\d{6,14}$/.test(text);

/** A call of the agent's own. */
export function Dial() {
  const { contacts, agent } = useConnect();
  const { port } = useConsole();
  const run = useCommand();
  const [text, setText] = useState('');
  const number = text.replace(/[\s().-]/g, '');
  const onCall = contacts.some(({ channel, phase }) => channel !== 'chat' && phase !== 'missed');
  if (agent?.channels.includes('voice') !== true || onCall) return null;
  return (
    <section>
      <h2>Call a number</h2>
      <Form
        className="dial"
        onSubmit={(event) => {
          event.preventDefault();
          run(port.dial(number).then(() => setText('')));
        }}
      >
        <TextField
          className="field"
          type="tel"
          value={text}
          onChange={setText}
          isRequired
          validate={() => (isE164(number) ? true : 'Write +, country code and number.')}
        >
          <Label>Number with country code</Label>
          <Input className="input" placeholder="+1 212 555 0100" autoComplete="off" />
          <FieldError className="field-error" />
        </TextField>
        <Button className="button" type="submit">
          Call
        </Button>
      </Form>
    </section>
  );
}
