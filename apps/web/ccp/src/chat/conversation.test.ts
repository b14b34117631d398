import type { ChatMessage } from './chat-port.ts';
import { emptyConversation, reduceConversation, type ConversationEvent } from './conversation.ts';

const aMessage = (part: Partial<ChatMessage> = {}): ChatMessage => ({
  id: 'm1',
  role: 'CUSTOMER',
  name: 'Morgan',
  at: 1000,
  text: 'Hello',
  attachments: [],
  ...part,
});
const after = (...events: ConversationEvent[]) => events.reduce(reduceConversation, emptyConversation);
const arrived = (...messages: ChatMessage[]): ConversationEvent => ({ type: 'messages', messages });

describe('a conversation', () => {
  it('is in the order of time, and has each message once', () => {
    const [first, second] = [aMessage({ id: 'a', at: 1 }), aMessage({ id: 'b', at: 2 })];
    const { messages } = after(arrived(second), arrived(first, second), arrived(first));
    expect(messages.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('counts what the customer wrote until it is read', () => {
    const state = after(arrived(aMessage(), aMessage({ id: 'm2', role: 'AGENT' }), aMessage({ id: 'm3' })));
    expect(state.unread).toBe(2);
    expect(reduceConversation(state, { type: 'read' }).unread).toBe(0);
  });

  it('shows that the customer types until they have written', () => {
    const typing = after({ type: 'typing', role: 'CUSTOMER', at: 5 });
    expect(typing.typing).toEqual({ role: 'CUSTOMER', at: 5 });
    expect(reduceConversation(typing, arrived(aMessage())).typing).toBeUndefined();
    expect(after({ type: 'typing', role: 'AGENT', at: 5 }).typing).toBeUndefined();
  });

  it('shows the agent’s message at once and once, whether the echo or the answer comes first', () => {
    const sending: ConversationEvent = { type: 'sending', message: aMessage({ id: 'p', role: 'AGENT' }) };
    const sent: ConversationEvent = { type: 'sent', pendingId: 'p', id: 'real' };
    const echo = arrived(aMessage({ id: 'real', role: 'AGENT' }));
    expect(after(sending, sent, echo).messages).toHaveLength(1);
    expect(after(sending, echo, sent).messages).toMatchObject([{ id: 'real', delivery: 'sent' }]);
  });

  it('follows a message from sent to read', () => {
    const state = after(arrived(aMessage({ id: 'x', role: 'AGENT' })), {
      type: 'receipt',
      messageId: 'x',
      kind: 'read',
    });
    expect(state.messages[0]?.delivery).toBe('read');
  });

  it('keeps a message that was not sent, until the agent sends it again', () => {
    const failed = after(
      { type: 'sending', message: aMessage({ id: 'p', role: 'AGENT' }) },
      { type: 'send-failed', pendingId: 'p' },
    );
    expect(failed.messages[0]?.delivery).toBe('failed');
    expect(reduceConversation(failed, { type: 'discarded', pendingId: 'p' }).messages).toEqual([]);
  });

  it('knows when it has ended and when its connection is gone', () => {
    expect(after({ type: 'ended' }).ended).toBe(true);
    expect(after({ type: 'connection', up: false }).up).toBe(false);
  });
});
