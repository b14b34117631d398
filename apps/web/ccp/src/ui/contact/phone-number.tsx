import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { useCommand, useConsole } from '../console-context.ts';
import { Icon } from '../parts/icon.tsx';

/** A masked number. To see it whole is written down; it is shown until the agent goes to another contact. */
export function PhoneNumber({
  contactId,
  masked,
}: {
  readonly contactId: string;
  readonly masked: string | undefined;
}) {
  const { api } = useConsole();
  const run = useCommand();
  const [phone, setPhone] = useState<string>();
  if (masked === undefined) return null;
  const reveal = async () => setPhone((await api.revealNumber(contactId)).phone);
  return (
    <span className="phone">
      <span
        aria-label={phone === undefined ? `Number that ends in ${masked.slice(-2)}` : 'Number'}
        role="text"
      >
        {phone ?? masked}
      </span>
      {phone === undefined ? (
        <Button
          className="icon-button small"
          aria-label="Show the number (this is recorded)"
          onPress={() => run(reveal())}
        >
          <Icon name="eye" />
        </Button>
      ) : (
        <span className="tag">Recorded</span>
      )}
    </span>
  );
}
