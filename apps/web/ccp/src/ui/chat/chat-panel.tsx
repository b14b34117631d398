import { useEffect, useRef } from 'react';
import { emptyConversation, type Conversation } from '../../chat/conversation.ts';
import type { Contact } from '../../connect/connect-state.ts';
import { useConsole, useStore } from '../console-context.ts';
import { useNow } from '../parts/now.ts';
import { Composer } from './composer.tsx';
import { Message } from './message.tsx';

/** A chat: what was said, and the agent's next words. */
export function ChatPanel({ contact }: { readonly contact: Contact }) {
  const { conversations } = useConsole();
  const { contactId } = contact;
  const conversation = useStore(conversations.store)[contactId] ?? emptyConversation;
  const end = useRef<HTMLDivElement>(null);
  const count = conversation.messages.length;
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'end' });
    conversations.markRead(contactId);
  }, [count, contactId, conversations]);
  const isOpen = contact.phase === 'connected' && !conversation.ended;
  return (
    <div className="chat">
      <div className="messages" role="log" aria-label="Messages of the chat" tabIndex={0}>
        {conversation.messages.map((message) => (
          <Message key={message.id} message={message} contactId={contactId} />
        ))}
        <Below conversation={conversation} isOpen={isOpen} />
        <div ref={end} />
      </div>
      {!conversation.up && (
        <p className="chat-warning" role="alert">
          The chat has no connection; it comes back by itself.
        </p>
      )}
      {isOpen && <Composer contactId={contactId} />}
    </div>
  );
}

/** Milliseconds that a sign of typing holds. */
const typingHolds = 8000;

function Below({ conversation, isOpen }: { readonly conversation: Conversation; readonly isOpen: boolean }) {
  const now = useNow();
  const { typing } = conversation;
  if (!isOpen) return <p className="chat-note">The chat has ended.</p>;
  if (typing === undefined || now - typing.at > typingHolds) return null;
  return <p className="chat-note">The customer is typing…</p>;
}
