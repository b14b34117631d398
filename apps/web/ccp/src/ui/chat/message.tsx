import { Button } from 'react-aria-components/Button';
import type { ChatAttachment } from '../../chat/chat-port.ts';
import type { ShownMessage } from '../../chat/conversation.ts';
import { pieces } from '../../chat/pieces.ts';
import { useCommand, useConsole } from '../console-context.ts';
import { Icon } from '../parts/icon.tsx';
import { clockTime } from '../../times.ts';

const deliveries: Readonly<Record<NonNullable<ShownMessage['delivery']>, string>> = {
  sending: 'Sending…',
  sent: 'Sent',
  delivered: 'Delivered',
  read: 'Read',
  failed: 'Not sent',
};

const names: Readonly<Record<ShownMessage['role'], string>> = {
  CUSTOMER: 'Customer',
  AGENT: 'You',
  SYSTEM: 'System',
  BOT: 'Assistant',
};

interface MessageProps {
  readonly message: ShownMessage;
  readonly contactId: string;
}

/** One message, always as text: nothing in it is markup, and only web addresses become links. */
export function Message({ message, contactId }: MessageProps) {
  const { conversations } = useConsole();
  const run = useCommand();
  const { role, name, at, text, delivery, attachments } = message;
  return (
    <div className={`message ${role.toLowerCase()}`}>
      <p className="message-head">
        <strong>{role === 'CUSTOMER' && name !== '' ? name : names[role]}</strong>
        <time dateTime={new Date(at).toISOString()}>{clockTime(at)}</time>
      </p>
      {text !== '' && (
        <p className="message-text" dir="auto">
          {pieces(text).map(({ text: piece, href }, index) =>
            href === undefined ? (
              piece
            ) : (
              <a key={index} href={href} target="_blank" rel="noopener noreferrer nofollow">
                {piece}
              </a>
            ),
          )}
        </p>
      )}
      {attachments.map((attachment) => (
        <Attachment key={attachment.id} attachment={attachment} contactId={contactId} />
      ))}
      {delivery !== undefined && (
        <p className="delivery">
          {deliveries[delivery]}
          {delivery === 'failed' && (
            <Button className="button small" onPress={() => run(conversations.resend(contactId, message.id))}>
              Send again
            </Button>
          )}
        </p>
      )}
    </div>
  );
}

function Attachment({
  attachment,
  contactId,
}: {
  readonly attachment: ChatAttachment;
  readonly contactId: string;
}) {
  const { conversations } = useConsole();
  const run = useCommand();
  const save = async () => {
    const url = URL.createObjectURL(await conversations.download(contactId, attachment.id));
    // A file of a stranger is saved, never opened in this page's origin.
    const link = Object.assign(document.createElement('a'), { href: url, download: attachment.name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
  };
  return (
    <Button className="attachment" onPress={() => run(save())}>
      <Icon name="clip" /> {attachment.name}
      <span className="sr-only"> (save)</span>
    </Button>
  );
}
